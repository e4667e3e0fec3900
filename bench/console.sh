#!/usr/bin/env bash
# What an open page of `./edgesocket local --console` costs: echoes a second without a page, with one that only reads, and with
# one in Chromium, in turn; the resident memory after 1,000,000 frames; when the page is first painted. The browser and the
# client share the cores with what is measured, so the CPU time of a round trip says more than the rate.
#   bench/console.sh [SECONDS [FRAMES]]      of each measurement, 5 by default; 1,000,000 frames
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source bench/played.bash
seconds=${1:-5} frames=${2:-1000000}
console=28090 driver=28091

main() {
  prepare
  ./edgesocket local --stack bench --quiet --port $edge --api-port $api --console --console-port $console > "$out/local.log" 2>&1 &
  pids+=($!)
  run=$!
  echoes_on $edge
  address=$(sed -n 's/^console  *//p' "$out/local.log")
  client echo "ws://127.0.0.1:$edge/" 50 "$seconds" > /dev/null # Java compiles
  for round in 1 2 3; do
    row "round $round" "" ""
    echoes "  no page"
    open_reader
    echoes "  a page that only reads"
    close_reader
    if has_browser; then
      open_browser
      echoes "  a page in Chromium"
      row "    its first paint" "$(in_page 'return Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime)')" "ms"
      row "    its longest pause" "$(in_page 'return Math.round(window.longest)')" "ms"
      close_browser
    fi
    until_no_page
  done
  open_reader
  local before
  before=$(resident_mib)
  local sent=0
  while ((sent < frames)); do
    sent=$((sent + 2 * $(client echo "ws://127.0.0.1:$edge/" 50 "$seconds") * seconds))
  done
  row "resident memory" "$before" "MiB before"
  row "" "$(resident_mib)" "MiB after $sent more frames"
  close_reader
  ended
}

row() { printf '  %-45s %9s %s\n' "$1" "$2" "$3"; }

echoes() {
  local before rate
  before=$(cpu_millis)
  rate=$(client echo "ws://127.0.0.1:$edge/" 50 "$seconds")
  local micros=$((($(cpu_millis) - before) * 1000 * 2 / (rate * seconds * 3))) # the warm-up is a third
  [[ $1 != "  no page" ]] || bare=$rate
  row "$1" "$rate" "$(printf 'a second, %3d %%, %4d µs CPU each' $((100 * rate / bare)) "$micros")"
}

open_reader() {
  curl -sSN -H "X-Console-Token: ${address#*#}" "${address%%#*}events" > /dev/null &
  reader=$!
  sleep 0.5
}

close_reader() { kill "$reader"; }

# Events are made for a minute more after the last page was closed.
until_no_page() { sleep 66; }

has_browser() { command -v chromium > /dev/null && command -v chromedriver > /dev/null && command -v jq > /dev/null; }

# The protocol of WebDriver, as far as it is needed here.
open_browser() {
  chromedriver --port=$driver > "$out/driver.log" 2>&1 &
  pids+=($!)
  browser=$!
  until curl -sf http://127.0.0.1:$driver/status > /dev/null; do sleep 0.1; done
  session=$(drive "" '{"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": ["--headless=new", "--no-sandbox", "--disable-gpu"]}}}}' | jq -r .value.sessionId)
  drive "/$session/url" "$(jq -n --arg url "$address" '{url: $url}')" > /dev/null
  in_page 'window.longest = 0; let before = performance.now(); setInterval(() => { const now = performance.now();
    window.longest = Math.max(window.longest, now - before); before = now; }, 20); return 0' > /dev/null
}

drive() { curl -sS -H 'Content-Type: application/json' -d "$2" "http://127.0.0.1:$driver/session$1"; }

in_page() { drive "/$session/execute/sync" "$(jq -n --arg script "$1" '{script: $script, args: []}')" | jq -r .value; }

close_browser() {
  curl -sS -X DELETE "http://127.0.0.1:$driver/session/$session" > /dev/null
  kill "$browser"
  unset 'pids[-1]'
}

resident_mib() { echo $(($(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$run/status") / 1024)); }

cpu_millis() { echo $(($(sed 's/.*) //' "/proc/$run/stat" | cut -d' ' -f12,13 | tr ' ' +) * 10)); }

main
