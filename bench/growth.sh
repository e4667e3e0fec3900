#!/usr/bin/env bash
# Whether any step grows faster than its size: plans of 3, 30, 300 routes; local runs of 1, 10, 100 functions, each with 1, 10,
# 100 connections, every one of which sends to a function of its own while there are enough.
# CPU time says it better than the clock: the client shares the cores with what is measured.
# Needs Linux, bash 5 and everything built (./edgesocket plan --stack dev).
#   bench/growth.sh [RUNS] [SECONDS]     5 runs of each plan, 3 seconds of each echo by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-5} seconds=${2:-3}
source bench/played.bash

main() {
  prepare
  javac -proc:none --release 17 -cp "$jars" -d "$out" bench/Routes.java bench/Functions.java
  plans
  local_runs
}

plans() {
  local routes millis first= size= java
  find_java plan Routes
  for routes in 3 30 300; do
    millis=$(for ((i = 0; i < runs; i++)); do plan_millis "$routes"; done | sort -n | sed -n "$(((runs + 1) / 2))p")
    printf '  %-38s %6d ms CPU%s\n' "plan, $routes routes that reply" "$millis" \
      "${first:+$(printf ', %5d µs for each further route' $(((millis - first) * 1000 / (routes - size))))}"
    first=${first:-$millis} size=${size:-$routes}
  done
}

plan_millis() {
  local TIMEFORMAT='%U %S'
  { time "${java[@]}" "$1" replying > /dev/null 2>&1; } 2>&1 | awk '{printf "%d\n", ($1 + $2) * 1000}'
}

local_runs() {
  local functions connections process millis rate java
  find_java local Functions
  for functions in 1 10 100; do
    "${java[@]}" "$functions" $edge $api > "$out/growth.log" 2>&1 &
    process=$!
    pids+=("$process")
    echoes_on $edge
    printf '  %-38s %6d ms CPU, %d MiB\n' "start, $functions functions" "$(cpu_millis "$process")" "$(resident_mib "$process")"
    for connections in 1 10 100; do
      millis=$(cpu_millis "$process")
      rate=$(client spread "ws://127.0.0.1:$edge/" "$connections" "$seconds" "$functions")
      millis=$(($(cpu_millis "$process") - millis))
      printf '  %-38s %6d a second, %4d µs CPU each, %d MiB\n' "$functions functions, $connections connections" "$rate" \
        $((millis * 1000 * 2 / (rate * seconds * 3))) "$(resident_mib "$process")" # the warm-up is a third
    done
    ended
  done
}

# Into java: how the launcher would start it for a command, with a class of the bench.
find_java() {
  mapfile -t java < <(EDGESOCKET_PRINT=1 ./edgesocket "$1" | sed "\$d; s,^$jars\$,&:$out,; s,^io.edgesocket.cli.Main\$,$2,")
}

resident_mib() { echo $(($(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status") / 1024)); }

cpu_millis() { echo $(($(sed 's/.*) //' "/proc/$1/stat" | cut -d' ' -f12,13 | tr ' ' +) * 10)); }

main
