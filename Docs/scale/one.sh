# Converts one file into files of its own, which appear whole, the events last.
#
#     IN=exports OUT=out sh one.sh exports/2026-01/chats.gz

name=${1#"$IN"/}
name=${name%.gz}
mkdir -p "$OUT/$(dirname "$name")" && mine=$(mktemp -d "$OUT/.job-XXXXXX") || exit 74
trap 'rm -rf "$mine"' EXIT
status=0
chatevents convert --to segment --i-json --jobs 1 --max-rejects 5% --rejects "$mine/rejects" --summary=json \
  --output "$mine/events" "$1" 2> "$mine/log" || status=$?
if [ $status -gt 1 ]; then cat "$mine/log" >&2; exit $status; fi
for kind in log rejects events; do mv "$mine/$kind" "$OUT/$name.$kind" || exit 74; done
exit $status
