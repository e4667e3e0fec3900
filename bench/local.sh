#!/usr/bin/env bash
# What `./edgesocket local` takes and gives on this machine, everything built, and each rate's share of that of a bare Jetty
# echo in the same run, with serverless-offline beside it if npm can install it. The client shares the cores with what is measured. On a machine that does other things too, the CPU
# time of a round trip, its servers' alone, says more than the rate.
# JAVA_HOME chooses the JDK.
#   bench/local.sh [SECONDS]     of each measurement, 5 by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/played.bash
source bench/standby.bash
seconds=${1:-5}

main() {
  prepare
  local local_run jetty_echo node_run= offline_run=
  row "start to first echo (with a client's start)" "" ""
  prepare_standby
  starts "  local, Java handler, a Java that waited" play_waiting $edge # of whose CPU the launcher's alone is counted
  ended
  end_standby
  starts "  bare Jetty" play_jetty $jetty
  jetty_echo=${pids[-1]}
  starts "  local, Java handler" play $edge
  local_run=${pids[-1]}
  if command -v node > /dev/null; then
    starts "  local, Node.js handler" play_node $node_edge
    node_run=${pids[-1]}
    if has_offline; then
      starts "  serverless-offline, Node.js handler" play_offline $offline
      offline_run=${pids[-1]}
    else
      row "  serverless-offline: skipped, npm could not install it" "" ""
    fi
  fi
  for connections in 1 50; do
    row "echo, $connections connection(s)" "" ""
    echoes "  bare Jetty" $jetty "$jetty_echo"
    echoes "  local, Java handler" $edge "$local_run"
    [[ -z $node_run ]] || echoes "  local, Node.js handler" $node_edge "$node_run"
    [[ -z $node_run ]] || row "  lines to Node.js and back, by pipes alone" "$(pipe)" "a second"
    [[ -z $offline_run ]] || echoes "  serverless-offline, Node.js handler" $offline "$offline_run"
  done
  row "resident memory after 50 connections' load" "" ""
  row "  local, Java handler" "$(resident_mib "$local_run")" "MiB"
  [[ -z $node_run ]] || row "  local, Node.js handler" "$(resident_mib "$node_run")" "MiB"
  [[ -z $offline_run ]] || row "  serverless-offline, Node.js handler" "$(resident_mib "$offline_run")" "MiB"
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
  if ! rate=$(client echo "ws://127.0.0.1:$2/" "$connections" "$seconds" 2> "$out/client.log"); then
    row "$1" "failed" "$(sed -n '/^Caused by: /{s///p;q}' "$out/client.log")" # it closed a connection, or lost a message
    return
  fi
  local micros=$((($(cpu_millis "$3") - before) * 1000 * 2 / (rate * seconds * 3))) # the warm-up is a third
  [[ $2 != "$jetty" ]] || bare=$rate
  row "$1" "$rate" "$(printf 'a second, %3d %%, %4d µs CPU each' $((100 * rate / bare)) "$micros")"
}

# As many at once as connections, but no more than are sent ahead anywhere.
pipe() { java "${client_options[@]}" -cp "$out" Pipe "$seconds" $((connections > 16 ? 16 : connections)); }

# A process and its children.
family() { echo "$1" $(cat "/proc/$1/task/"*/children); }

resident_mib() {
  local process total=0
  for process in $(family "$1"); do
    total=$((total + $(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$process/status")))
  done
  echo $((total / 1024))
}

cpu_millis() {
  local process total=0
  for process in $(family "$1"); do
    total=$((total + $(sed 's/.*) //' "/proc/$process/stat" | cut -d' ' -f12,13 | tr ' ' +)))
  done
  echo $((total * 10))
}

main
