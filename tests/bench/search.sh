#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# search.sh BUILD SHARED WORK: everything about search that is worth a figure, on a quiet machine:
# order of hits, index building beside omindex and recollindex, latency at 100,000 records, and 50
# clients on a site of 50,000 documents while its index is built. SHARED holds corpora/ and
# tools/rank_eval.py; what is made in WORK (some GB) is taken again the next time.
set -eu
bench=$(dirname "$0")
build=$1
shared=$2
work=$3
texts=$shared/corpora/gongwen/txt
mkdir -p "$work"
ninja -C "$build" guidang rank_bench index_bench latency_bench >/dev/null
echo "== building"
"$bench/index/compare.py" "$build/tests/bench/index/index_bench" "$texts" --rounds 3
echo "== latency"
"$build/tests/bench/index/latency_bench" "$texts" "$work/latency" 100000 200
echo "== load"
"$bench/serve/load.py" "$build/guidang" "$texts" "$work/home" --documents 50000 --clients 50
echo "== order of hits"
"$bench/rank/rank.py" "$build/tests/bench/rank/rank_bench" "$shared" "$work/rank"
