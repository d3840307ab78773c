#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# compare_with_omindex.sh INDEX_BENCH TEXTS: indexes the same folder of texts with omindex (package
# xapian-omega, Chinese n-grams on) and with ours, one after the other, and prints both and the ratio.
set -eu
bench=$1
texts=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

begin=$(date +%s.%N)
XAPIAN_CJK_NGRAM=1 /usr/bin/time -f "%M %U %S" -o "$work/memory" \
  omindex --db "$work/omindex" --url / "$texts" >/dev/null 2>&1
end=$(date +%s.%N)
"$bench" build "$texts" "$work/ours" "${JOBS:-2}" >"$work/figures"

read -r memory user system <"$work/memory"
their_cpu=$(echo "$user $system" | awk '{printf "%.2f", $1 + $2}')
our_cpu=$(awk '$1 == "cpu_seconds" {print $2}' "$work/figures")
theirs=$(echo "$end $begin" | awk '{printf "%.2f", $1 - $2}')
ours=$(awk '$1 == "seconds" {print $2}' "$work/figures")
records=$(awk '$1 == "records" {print $2}' "$work/figures")
echo "omindex: $theirs s ($their_cpu s of processor), $(echo "$records $theirs" | awk '{printf "%.0f", $1 / $2}') docs/s," \
  "$memory kB memory, $(du -sk "$work/omindex" | cut -f 1) kB index"
echo "ours:    $ours s ($our_cpu s of processor), $(awk '$1 == "records_per_second" {print $2}' "$work/figures") docs/s," \
  "$(awk '$1 == "peak_kb" {print $2}' "$work/figures") kB memory," \
  "$(awk '$1 == "index_kb" {print $2}' "$work/figures") kB index"
echo "ratio:   $(echo "$theirs $ours" | awk '{printf "%.1f", $1 / $2}')" \
  "(processor: $(echo "$their_cpu $our_cpu" | awk '{printf "%.1f", $1 / $2}'))"
grep -E '^(unchanged|one_changed)' "$work/figures"
