#!/usr/bin/env bash
# All figures of docs/speed.md, each beside its peer in the same run: some 15 minutes. Another Java: JAVA_HOME=... bench/all.sh
# Needs Linux, bash 5 and everything built (./edgesocket plan --stack dev).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for bench in edit plan local growth; do # plan.sh has preview.sh run
  echo "== $bench"
  ./$bench.sh
done
