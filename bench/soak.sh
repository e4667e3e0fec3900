#!/usr/bin/env bash
# Memory of `./edgesocket local` under full load: 50 connections that echo without a pause, and each minute the resident
# memory and the threads of the process. Flat is what it should be after the first minute or two.
#   bench/soak.sh [MINUTES]      10 by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/played.bash
minutes=${1:-10}

main() {
  prepare
  play
  echoes_on $edge
  client echo "ws://127.0.0.1:$edge/" 50 $((minutes * 40)) > "$out/soak.txt" & # a third of its time is warm-up
  for ((minute = 1; minute <= minutes; minute++)); do
    sleep 60
    printf '  minute %2d %6d MiB resident %5d threads\n' "$minute" $(($(of_process VmRSS) / 1024)) "$(of_process Threads)"
  done
  wait $!
  printf '  %s round trips/s\n' "$(cat "$out/soak.txt")"
  ended
}

of_process() { sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/${pids[-1]}/status"; }

main
