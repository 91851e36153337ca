#!/bin/sh
# Puts a built tool and what belongs to it below a folder such as /usr/local.
#
#     Packaging/lay-out.sh BINARY FOLDER      installs the tool, stripped, its manual pages, completions and licences
#     Packaging/lay-out.sh --remove FOLDER    removes what that has installed, and no folder that others may use
#
# The tool writes its completions itself, so the binary must run here.
set -eu
cd "$(dirname "$0")/.."
[ $# = 2 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0" >&2; exit 64; }

bash=share/bash-completion/completions/chatevents
zsh=share/zsh/site-functions/_chatevents
fish=share/fish/vendor_completions.d/chatevents.fish
doc=share/doc/chatevents

if [ "$1" = --remove ]; then
  cd "$2"
  rm -f bin/chatevents share/man/man1/chatevents.1 share/man/man1/chatevents-*.1 "$bash" "$zsh" "$fish"
  rm -rf "$doc"
  exit
fi

binary=$1
root=$2
put() { # file, place, mode
  install -d "$root/$(dirname "$2")"
  install -m "$3" "$1" "$root/$2"
}
completion() { # shell, place
  install -d "$root/$(dirname "$2")"
  "$binary" --generate-completion-script "$1" > "$root/$2"
  chmod 644 "$root/$2"
}

put "$binary" bin/chatevents 755
strip "$root/bin/chatevents"
for page in Docs/man/*.1; do put "$page" "share/man/man1/$(basename "$page")" 644; done
completion bash "$bash"
completion zsh "$zsh"
completion fish "$fish"
put LICENSE "$doc/LICENSE" 644

# What is inside the binary. The texts are those that came with it: none is kept in this repository.
licence() { # file, name
  [ -e "$1" ] || { echo "$0: error: $1 is missing, the licence of what is inside the binary" >&2; exit 66; }
  put "$1" "$doc/licences/$2" 644
}
swift=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
scratch=${SCRATCH:-.build}
licence "$scratch/checkouts/swift-argument-parser/LICENSE.txt" swift-argument-parser.txt
if [ "$(uname)" != Darwin ]; then licence "$swift/share/swift/LICENSE.txt" swift.txt; fi
# A static executable has the C library, zlib and the compiler's libraries inside too; Debian's packages have their terms.
if [ "${LINKED:-}" = static ]; then
  for package in libc6-dev zlib1g-dev "$(basename "$(ls -d /usr/share/doc/libstdc++-[0-9]*-dev | tail -n 1)")"; do
    licence "${TERMS:-/usr/share/doc}/$package/copyright" "$package.txt"
  done
fi
