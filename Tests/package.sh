#!/usr/bin/env bash
# Tries the archive of a release in an empty Debian 12, without Swift: it must convert, validate, show its manual and complete.
#
#     Tests/package.sh FOLDER ARCHIVE      as root on Debian, with debootstrap, mandoc and man installed
#
# With the FOLDER of an earlier run its system is used again. Variables:
#
#   MIRROR        Debian's mirror (default: debootstrap's)
#   CERTIFICATES  a file to use as the trusted certificates (default: Debian's)
set -euo pipefail
[ $# = 2 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 64; }
[ "$(id -u)" = 0 ] || { echo "$0: error: a new system is made by root" >&2; exit 77; }
for tool in debootstrap mandoc man python3 xz; do
  command -v "$tool" > /dev/null || { echo "$0: error: $tool is not installed" >&2; exit 69; }
done

here=$(cd "$(dirname "$0")/.." && pwd)
archive=$(realpath "$2")
mkdir -p "$1"
system=$(cd "$1" && pwd)

fail() { echo "$0: error: $*" >&2; exit 1; }
step() { printf '\n# %s\n' "$*"; }
inside() { chroot "$system" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@"; }

if [ ! -e "$system/made" ]; then
  rm -rf "${system:?}"/*
  debootstrap --variant=minbase bookworm "$system" ${MIRROR:+"$MIRROR"}
  touch "$system/made"
fi

# Swift's runtime looks there for its own path, and the shells for /dev/fd. Containers have it too.
mounted=()
unmount() { for folder in "${mounted[@]}"; do umount "$folder"; done; }
trap unmount EXIT
show_processes() { # root
  mkdir -p "$1/proc"
  mount -t proc proc "$1/proc"
  mounted+=("$1/proc")
}
show_processes "$system"

step "The archive is the same for all who unpack it"
listing=$(tar --list --verbose --numeric-owner --file "$archive")
if grep -v ' 0/0 ' <<< "$listing"; then fail "these belong to somebody"; fi
names=$(tar --list --file "$archive")
[ "$names" = "$(LC_ALL=C sort <<< "$names")" ] || fail "the files are not in the order of their names"
[ "$(awk '{ print $4, $5 }' <<< "$listing" | sort -u | wc -l)" = 1 ] || fail "the files have several times"
for file in doc/chatevents/LICENSE doc/chatevents/licences/swift.txt doc/chatevents/licences/swift-argument-parser.txt; do
  grep -q "/share/$file\$" <<< "$names" || fail "share/$file is missing"
done

step "Unpack it as its README says, and run it where there is no Swift"
rm -rf "$system/usr/local" "$system/root/chats"
mkdir -p "$system/usr/local" "$system/root/chats"
xz --decompress --stdout "$archive" | chroot "$system" tar --extract --directory /usr/local --strip-components 1
cp "$here"/Fixtures/olark/samples/send-test.* "$system/root/chats/"
version=$(inside chatevents --version)
printf '%s\n' "$version"
grep -qE '^[0-9.]+ \([0-9a-f]{12}(-dirty)?\)$' <<< "$version" || fail "the version does not say which revision it is"
inside chatevents convert --to rudderstack /root/chats/send-test.input.json > "$system/root/events.jsonl"
cmp "$system/root/events.jsonl" "$here/Fixtures/olark/samples/send-test.rudderstack.jsonl" || fail "other events than the fixture's"
gzip -c "$system/root/chats/send-test.input.json" | inside chatevents convert --to rudderstack | cmp - "$system/root/events.jsonl" ||
  fail "other events from gzip"
inside chatevents validate --now 2026-11-21T10:00:00Z /root/chats/send-test.input.json || fail "the sample is not valid"
status=0
echo '{"kind":"Conversation","id":7}' | inside chatevents validate --as olark > /dev/null 2>&1 || status=$?
[ "$status" = 1 ] || fail "a broken record ends with status $status"
inside chatevents convert --to segment --timezone Europe/Berlin < "$here/Fixtures/userlike/local-times.input.json" |
  cmp - "$here/Fixtures/userlike/local-times.segment.jsonl" || fail "other times than the fixture's"

step "It runs where there is no other file, as in the image of the Dockerfile"
alone=$system/alone
mkdir -p "$alone"
show_processes "$alone"
cp "$system/usr/local/bin/chatevents" "$alone/"
chroot "$alone" /chatevents convert --to rudderstack < "$here/Fixtures/olark/samples/send-test.input.json" | cmp - "$system/root/events.jsonl" ||
  fail "other events where it is alone"

step "The manual pages pass mandoc, refer to pages that there are, and lose nothing in mandoc and man"
# It looks for the pages that a page refers to beside it.
(cd "$system/usr/local/share/man/man1" && mandoc -T lint ./*.1)
python3 "$here/Packaging/manual.py" --tool "$system/usr/local/bin/chatevents" --check
python3 "$here/Packaging/manual.py" --tool "$system/usr/local/bin/chatevents" --shown

if [ ! -e "$system/made-shells" ]; then
  step "Install man and the shells"
  cp /etc/resolv.conf "$system/etc/"
  [ -z "${CERTIFICATES:-}" ] || cp "$CERTIFICATES" "$system/etc/ssl/certs/ca-certificates.crt"
  inside apt-get update -q
  inside DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends man-db bash-completion fish zsh
  touch "$system/made-shells"
fi

step "man shows the pages"
inside man chatevents | grep -q 'chatevents-convert(1)' || fail "man does not show the overview"
inside man chatevents-convert | grep -q -- '--max-rejects number' || fail "man does not show the page of convert"

step "bash, fish and zsh complete"
completed=$(inside bash -c '
  . /usr/share/bash-completion/bash_completion
  _completion_loader chatevents || test $? = 124
  COMP_WORDS=(chatevents "$@") COMP_CWORD=$# COMP_LINE="chatevents $*"
  COMP_POINT=${#COMP_LINE} COMP_TYPE=9 COMP_KEY=9
  "$(complete -p chatevents | sed "s/.*-F \([^ ]*\).*/\1/")" chatevents "${@: -1}" "${@: -2:1}"
  printf "%s\n" "${COMPREPLY[@]}"' bash convert --to rudd)
[ "$completed" = rudderstack ] || fail "bash completes 'convert --to rudd' with '$completed'"
# Sessions have this variable; without it fish looks below /usr alone.
completed=$(inside XDG_DATA_DIRS=/usr/local/share:/usr/share fish -c 'complete -C "chatevents convert --to rudd"')
[ "${completed%%$'\t'*}" = rudderstack ] || fail "fish completes 'convert --to rudd' with '$completed'"
inside zsh -c 'autoload -Uz compinit && compinit -D -u && [[ $_comps[chatevents] = _chatevents ]] && autoload -Uz +X _chatevents' ||
  fail "zsh does not find the completions"

step "Nothing is amiss"
