#!/usr/bin/env bash
# What `./edgesocket local` takes and gives on this machine, everything built, and each rate's share of that of a bare Jetty
# echo in the same run. The client shares the cores with what is measured. On a machine that does other things too, the CPU
# time of a round trip, its servers' alone, says more than the rate.
#   bench/local.sh [SECONDS]     of each measurement, 5 by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/played.bash
seconds=${1:-5}

main() {
  prepare
  local local_run jetty_echo node_run=
  row "start to first echo (with a client's start)" "" ""
  starts "  bare Jetty" play_jetty $jetty
  jetty_echo=${pids[-1]}
  starts "  local, Java handler" play $edge
  local_run=${pids[-1]}
  if command -v node > /dev/null; then
    play_node
    node_run=${pids[-1]}
    echoes_on $node_edge
  fi
  for connections in 1 50; do
    row "echo, $connections connection(s)" "" ""
    echoes "  bare Jetty" $jetty "$jetty_echo"
    echoes "  local, Java handler" $edge "$local_run"
    [[ -z $node_run ]] || echoes "  local, Node.js handler" $node_edge "$node_run"
  done
  row "resident memory after 50 connections' load" "$(resident_mib "$local_run")" "MiB"
  row "@connections posts" "$(client posts "ws://127.0.0.1:$edge/" "http://127.0.0.1:$api/live/@connections" "$seconds")" "posts/s"
  row "resident memory, 10,000 idle connections" "$(client idle "ws://127.0.0.1:$edge/" 10000 "$local_run")" "MiB"
  ended
}

row() { printf '  %-45s %9s %s\n' "$1" "$2" "$3"; }

# LABEL COMMAND PORT
starts() {
  local start=${EPOCHREALTIME/[.,]/}
  "$2"
  echoes_on "$3"
  row "$1" "$(((${EPOCHREALTIME/[.,]/} - start) / 1000))" "ms, $(cpu_millis "${pids[-1]}") ms CPU"
}

# LABEL PORT PROCESS: round trips a second over $connections; the first of each number is what the others are held against
echoes() {
  local before rate
  before=$(cpu_millis "$3")
  rate=$(client echo "ws://127.0.0.1:$2/" "$connections" "$seconds")
  local micros=$((($(cpu_millis "$3") - before) * 1000 * 2 / (rate * seconds * 3))) # the warm-up is a third
  [[ $2 != "$jetty" ]] || bare=$rate
  row "$1" "$rate" "$(printf 'a second, %3d %%, %4d µs CPU each' $((100 * rate / bare)) "$micros")"
}

resident_mib() { echo $(($(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status") / 1024)); }

# Of a process and its children.
cpu_millis() {
  local process total=0
  for process in "$1" $(cat "/proc/$1/task/"*/children); do
    total=$((total + $(sed 's/.*) //' "/proc/$process/stat" | cut -d' ' -f12,13 | tr ' ' +)))
  done
  echo $((total * 10))
}

main
