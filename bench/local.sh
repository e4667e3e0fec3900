#!/usr/bin/env bash
# What `./edgesocket local` takes and gives on this machine, everything built; a bare Jetty echo in the same run beside it.
# The client shares the cores with what is measured.
#   bench/local.sh [SECONDS]     of each measurement, 5 by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-5}
out=target/bench
edge=18080 api=18081 jetty=18082
mkdir -p "$out"

main() {
  echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), Java $(java -version 2>&1 | sed -n 's/.*"\(.*\)".*/\1/p')"
  ./edgesocket plan --stack dev > /dev/null
  javac -proc:none --release 17 -cp target/edgesocket.jar -d "$out" bench/Client.java bench/JettyEcho.java
  trap 'kill "${pids[@]}" 2> /dev/null || true; rm -f Pulumi.bench.yaml' EXIT
  # The dev stack would throttle what is measured.
  printf 'config:\n  aws:region: eu-west-1\n  edgesocket:stage: {throttling: {burst: 10000000, rate: 10000000}}\n' > Pulumi.bench.yaml
  pids=()
  baseline
  played
}

client() { java -XX:+UseSerialGC -Xss256k -cp "$out" Client "$@"; }
row() { printf '  %-44s %10s %s\n' "$1" "$2" "$3"; }

baseline() {
  java -XX:+UseSerialGC -cp "target/edgesocket.jar:$out" JettyEcho $jetty > /dev/null 2>&1 &
  pids+=($!)
  client first "ws://127.0.0.1:$jetty/"
  row "bare Jetty: echo, 1 connection"   "$(client echo "ws://127.0.0.1:$jetty/" 1 "$seconds")" "round trips/s"
  row "bare Jetty: echo, 50 connections" "$(client echo "ws://127.0.0.1:$jetty/" 50 "$seconds")" "round trips/s"
  kill "${pids[0]}"
}

played() {
  local start
  start=${EPOCHREALTIME/[.,]/}
  ./edgesocket local --stack bench --quiet --port $edge --api-port $api > "$out/local.log" 2>&1 &
  pids+=($!)
  client first "ws://127.0.0.1:$edge/"
  row "local: start to first echo (with a client's start)" "$(((${EPOCHREALTIME/[.,]/} - start) / 1000))" "ms"
  row "local: echo, 1 connection"     "$(client echo "ws://127.0.0.1:$edge/" 1 "$seconds")" "round trips/s"
  row "local: echo, 50 connections"   "$(client echo "ws://127.0.0.1:$edge/" 50 "$seconds")" "round trips/s"
  row "local: @connections posts"     "$(client posts "ws://127.0.0.1:$edge/" "http://127.0.0.1:$api/live/@connections" "$seconds")" "posts/s"
  row "local: resident memory, 10,000 idle connections" "$(client idle "ws://127.0.0.1:$edge/" 10000 "${pids[-1]}")" "MiB"
}

main
