# The tool and the zones of the world's clocks, and nothing else: the static executable of an archive that `make dist` has put into
# .build/dist. It has not been built yet; Tests/package.sh runs the executable where there is no other file.
#
#     make dist && docker build --tag chatevents .
#     docker run --rm --interactive chatevents convert --to rudderstack < transcripts.jsonl
FROM --platform=$BUILDPLATFORM alpine:3.22 AS unpacked
ARG TARGETARCH
COPY .build/dist/ /dist/
# Docker calls the machines amd64 and arm64, uname x86_64 and aarch64.
RUN apk add --no-cache tzdata && \
    case "$TARGETARCH" in amd64) machine=x86_64 ;; arm64) machine=aarch64 ;; *) exit 1 ;; esac && \
    mkdir -p /root-of-image/tmp /root-of-image/usr/share && cp -r /usr/share/zoneinfo /root-of-image/usr/share && \
    tar -xJf /dist/chatevents-*-linux-"$machine".tar.xz -C /root-of-image/usr --strip-components=1 && \
    chmod 1777 /root-of-image/tmp

FROM scratch
COPY --from=unpacked /root-of-image/ /
USER 65534:65534
ENTRYPOINT ["/usr/bin/chatevents"]
