#!/bin/sh
# Measures a batch: notices a second and peak memory at 1 and 2 workers, the same bytes
# whatever the number of workers and after runs that were killed, a full disk, unreadable files.
#
#   cmd/policyx/batch/testdata/measure.sh [BIN [NOTICES [N]]]
#
# BIN defaults to bin/policyx, NOTICES (a folder) to testdata/notices, N to 20000. Works in a
# new folder below ${TMPDIR:-/tmp} and removes it. The disk is filled only where a small tmpfs can be mounted.
set -u
bin=$(realpath "${1:-bin/policyx}") notices=$(realpath "${2:-testdata/notices}") n=${3:-20000}
work=$(mktemp -d) || exit 1
trap 'mountpoint -q "$work/disk" 2>/dev/null && umount "$work/disk"; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work" || exit 1

# N copies in folders of 500; each has its own last line and other years, one in a hundred is
# no notice (empty, or a picture by its content).
find "$notices" -type f \( -name '*.txt' -o -name '*.html' \) | sort >list
LC_ALL=C awk -v n="$n" '
	{ file[NR] = $0; text = ""; RS = "\n"
	  while ((getline line <$0) > 0) text = text line "\n"
	  close($0); content[NR] = text }
	END {
		for (i = 1; i <= n; i++) {
			k = (i - 1) % NR + 1
			dir = sprintf("in/%03d", int(i / 500)); if (dir != last) { system("mkdir -p " dir); last = dir }
			name = file[k]; sub(/.*\//, "", name); ending = name; sub(/.*\./, ".", ending)
			out = sprintf("%s/%05d%s", dir, i, ending)
			if (i % 200 == 0) { printf "" >out; close(out); continue }
			if (i % 200 == 100) { printf "\211PNG\r\n\032\n%d", i >out; close(out); continue }
			text = content[k]; gsub(/2025/, 2025 + i % 5, text)
			printf "%s%s\n", text, (ending == ".html" ? "<!-- " i " -->" : "〔副本" i "〕") >out; close(out)
		}
	}' list
echo "input: $(find in -type f | wc -l) files of $(wc -l <list) notices, $(du -sh --apparent-size in | cut -f1)"

sum() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-16); }
run() { # LABEL ARGS...: rate and peak memory
	label=$1; shift
	/usr/bin/time -f '%e s, %U s user, peak %M KiB' -o time "$bin" extract "$@" 2>err
	echo "$label: $(tail -n 1 err); $(tail -n 1 time); $(tail -n 1 time | awk -v n="$n" '{ printf "%.0f notices/s", n / $1 }')"
}

run "tree, 1 worker" in -o out1/ --jobs 1
echo "failures: $(grep -c ': in/' err) lines, such as: $(grep ': in/' err | head -n 1)"
run "tree, 2 workers" in -o out2/ --jobs 2
whole=$(tail -n 1 time | cut -d' ' -f1)
run "tree again, nothing to do" in -o out2/ --jobs 2
run "one jsonl, 1 worker" in -f jsonl -o 1.jsonl --jobs 1
run "one jsonl, 2 workers" in -f jsonl -o 2.jsonl --jobs 2
echo "trees: $(sum out1) $(sum out2), $(find out1 -type f -name '*.yaml' | wc -l) files; jsonl: $(sha256sum <1.jsonl | cut -c1-16) $(sha256sum <2.jsonl | cut -c1-16)"

# Killed ten times at a random moment, then run to the end.
i=0
while [ $i -lt 10 ]; do
	i=$((i + 1))
	"$bin" extract in -o killed/ 2>/dev/null &
	pid=$!
	sleep "$(awk -v i="$i" -v s="$$" -v whole="$whole" 'BEGIN { srand(s * 100 + i); printf "%.3f", whole / 10 * rand() }')"
	kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
	hit=$([ $? -eq 137 ] && echo "in the middle" || echo "too late")
	half=$(find killed -name '*.yaml' -type f -exec sh -c 'for f; do tail -c 1 "$f" | grep -q . && echo "$f"; done' sh {} + | wc -l)
	echo "kill $i, $hit: $(find killed -name '*.yaml' -type f | wc -l) outputs, $half of them not ended by a newline, $(find killed -name '.*.part' | wc -l) left over"
done
run "after ten kills" in -o killed/
echo "killed and resumed: $(sum killed), $(find killed -name '.*.part' | wc -l) left over"

# A full disk.
mkdir disk
if mount -t tmpfs -o size=4m none disk 2>/dev/null; then
	"$bin" extract in -o disk/out 2>err; echo "disk full, tree: exit code $?, $(wc -l <err) lines; $(tail -n 2 err | head -n 1)"
	find disk -type f ! -name '.policyx*' | sed 's|^disk/out/||' >made
	bad=0; while read -r f; do cmp -s "disk/out/$f" "out1/$f" || bad=$((bad + 1)); done <made
	echo "disk full, tree: $(wc -l <made) files, $bad of them other than in a whole run, $(grep -c '\.part$' made) left over"
	rm -rf disk/out; "$bin" extract in -f jsonl -o disk/all.jsonl 2>err; echo "disk full, one file: exit code $?; $(head -n 1 err); left: $(ls -A disk | wc -l)"
fi
