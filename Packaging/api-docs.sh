#!/bin/sh
# Writes the documentation of the library's modules, from what `swift build -c release` has left in .build; a warning is an error.
#
#     Packaging/api-docs.sh FOLDER
set -eu
cd "$(dirname "$0")/.."
[ $# = 1 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0" >&2; exit 64; }
tools=$(dirname "$(readlink -f "$(command -v swift)")")
built=.build/release
target=$(swift -print-target-info | sed -n 's/^ *"triple": "\(.*\)",/\1/p')

for module in JSONText ChatEvents; do
  graphs=$1/$module.graphs
  rm -rf "$graphs"
  mkdir -p "$graphs"
  "$tools/swift-symbolgraph-extract" -module-name "$module" -target "$target" -I "$built/Modules" -I Sources/CVectors/include \
    -Xcc -fmodule-map-file="$built/CVectors.build/module.modulemap" -minimum-access-level public -skip-inherited-docs -output-dir "$graphs"
  "$tools/docc" convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$graphs" --fallback-display-name "$module" \
    --fallback-bundle-identifier "chatevents.$module" --warnings-as-errors --output-path "$1/$module.doccarchive"
done
