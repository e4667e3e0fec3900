#!/usr/bin/env bash
# Prints a report that says that there is none. The end of a log stands in a fence that is longer than any in the log.
# $1         the log; may be missing
# HEADLINE   what there is none of; by default a report
# RUN_URL    where the rest is
set -euo pipefail
log=$(tail -n 30 -- "${1:-/dev/null}" 2> /dev/null | cut -c 1-300 | tr -d '\000-\010\013-\037\177' || true)
fence='```'
while [[ $log == *"$fence"* ]]; do fence+='`'; done

echo "${HEADLINE:-**There is no report of what this change does.** What stood here before was of an earlier commit.}"
echo
if [[ -n $log ]]; then
  echo "${fence}text"
  printf '%s\n' "$log"
  echo "$fence"
  echo
fi
if [[ -n ${RUN_URL:-} ]]; then
  echo "[The run]($RUN_URL)"
  echo
fi
