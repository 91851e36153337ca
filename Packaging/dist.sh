#!/bin/sh
# Makes the archive of a release, chatevents-VERSION-linux-ARCH.tar.xz, from a built tool.
#
#     Packaging/dist.sh BINARY FOLDER
#
# The same binary and sources give the same bytes: files are in the order of their names, belong to nobody in particular, and have
# the time of the last commit.
set -eu
[ $# = 2 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0" >&2; exit 64; }
here=$(dirname "$0")
version=$("$1" --version | cut -d ' ' -f 1)
name=chatevents-$version-$(uname | tr '[:upper:]' '[:lower:]')-$(uname -m)
time=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct)}

mkdir -p "$2"
rm -rf "${2:?}/$name"
"$here/lay-out.sh" "$1" "$2/$name"
tar --create --directory "$2" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mode=go=rX,u=rwX --mtime="@$time" "$name" |
  xz -9 --threads=1 > "$2/$name.tar.xz.part"
mv "$2/$name.tar.xz.part" "$2/$name.tar.xz"
(cd "$2" && sha256sum "$name.tar.xz" | tee "$name.tar.xz.sha256")
