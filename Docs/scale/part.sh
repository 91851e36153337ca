# Converts the lines of a partition to standard output; the first line is the partition's number. Rejects are no failure here.

IFS= read -r part && mine=$(mktemp -d "$OUT/.part-XXXXXX") || exit 74
trap 'rm -rf "$mine"' EXIT
status=0
chatevents convert --to segment --i-json --jobs 1 --rejects "$mine/rejects" --summary=json 2> "$mine/log" || status=$?
if [ $status -gt 1 ]; then cat "$mine/log" >&2; exit $status; fi
for kind in log rejects; do mv "$mine/$kind" "$OUT/part-$part.$kind" || exit 74; done
