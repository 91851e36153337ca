#!/usr/bin/env bash
# Runs the commands of the README in a new Debian 12 that has nothing but what the README asks for.
#
#     Tests/bare-machine.sh FOLDER [STEP ...]      as root on Debian, with debootstrap installed
#
# What is tried is the last commit of this checkout, cloned by an ordinary user. STEPs are commands to run in place of the README's
# two; with the FOLDER of an earlier run its system and build are used again. Variables say what cannot be seen here:
#
#   SWIFT       where Swift is installed, whose usr/bin holds swift (default: that of swift on PATH)
#   MIRROR      Debian's mirror (default: debootstrap's)
#   REPOSITORY  what to clone, with the branch BRANCH (default: this checkout, its branch)
#   SHARED      folders of this machine to show in the new one, with spaces between, such as mirrors of Swift packages
#   GITCONFIG, CERTIFICATES
#               files to use as /etc/gitconfig and as the trusted certificates (default: none; Debian's)
#   PIP_INDEX_URL
#               handed on, if it is set
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 64; }
[ "$(id -u)" = 0 ] || { echo "$0: error: a new system is made by root" >&2; exit 77; }

here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
system=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] ||
  set -- "swift run -c release chatevents convert --to rudderstack Fixtures/olark/samples/send-test.input.json" "make check"
if [ -z "${SWIFT:-}" ]; then
  swift=$(command -v swift) || { echo "$0: error: swift is not on PATH; name its folder in SWIFT" >&2; exit 66; }
  SWIFT=$(cd "$(dirname "$(readlink -f "$swift")")/../.." && pwd)
fi
[ -x "$SWIFT/usr/bin/swift" ] || { echo "$0: error: $SWIFT/usr/bin/swift is missing; name the folder above usr in SWIFT" >&2; exit 66; }

# Git, make, Python, and what swift.org lists for Debian 12. No pip, no venv, no curl, no Node.
packages="ca-certificates git make python3
  binutils-gold gcc libcurl4-openssl-dev libedit-dev libpython3-dev libsqlite3-dev libstdc++-12-dev libxml2-dev libncurses-dev
  libz3-dev pkg-config tzdata zlib1g-dev"

mounted=()
unmount() { for ((at = ${#mounted[@]} - 1; at >= 0; at--)); do umount "${mounted[at]}"; done; }
trap unmount EXIT
show() { # what, where, options
  mkdir -p "$system$2"
  mount ${3:-} "$1" "$system$2"
  mounted+=("$system$2")
}

if [ ! -e "$system/made" ]; then
  debootstrap --variant=minbase bookworm "$system" ${MIRROR:+"$MIRROR"}
  cp /etc/resolv.conf "$system/etc/"
  chroot "$system" apt-get update -q
  DEBIAN_FRONTEND=noninteractive chroot "$system" apt-get install -y -q --no-install-recommends $packages
  chroot "$system" useradd --create-home developer
  touch "$system/made"
fi
[ -z "${CERTIFICATES:-}" ] || cp "$CERTIFICATES" "$system/etc/ssl/certs/ca-certificates.crt"
[ -z "${GITCONFIG:-}" ] || cp "$GITCONFIG" "$system/etc/gitconfig"

show proc /proc "-t proc"
show /dev /dev --bind
show devpts /dev/pts "-t devpts -o newinstance,ptmxmode=0666"
show tmpfs /dev/shm "-t tmpfs"
show "$SWIFT/usr" /opt/swift/usr "--bind -o ro"
for folder in ${SHARED:-}; do show "$folder" "$folder" "--bind -o ro"; done

as_developer() { # command
  chroot "$system" env -i HOME=/home/developer LANG=C.UTF-8 PATH=/usr/bin:/bin:/opt/swift/usr/bin \
    ${PIP_INDEX_URL:+PIP_INDEX_URL="$PIP_INDEX_URL"} \
    setpriv --reuid developer --regid developer --init-groups sh -c "cd /home/developer && $1"
}

rm -rf "$system/home/developer/origin"
git clone --quiet --bare ${BRANCH:+--branch "$BRANCH"} "${REPOSITORY:-$here}" "$system/home/developer/origin"
chroot "$system" chown -R developer /home/developer/origin
# Fetched into the clone of an earlier run, so that what is built there stays.
as_developer '[ -d chatevents ] || git clone --quiet origin chatevents
  cd chatevents && git fetch --quiet origin HEAD && git checkout --quiet FETCH_HEAD && git log -1 --oneline'
for step; do
  printf '\n$ %s\n' "$step"
  as_developer "cd chatevents && $step"
done
