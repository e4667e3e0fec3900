#!/usr/bin/env bash
# Probes a stack's address, and writes report/report.md. Prints changed, failed or same, as drift.sh does.
# STACK          the stack
# SMOKE_HEADER   optional: a header of the handshake, where clients need one
# SMOKE_TOKEN    optional: the token of somebody who may connect
set -euo pipefail
mkdir -p report

arguments=(--stack "$STACK")
if [[ -n ${SMOKE_HEADER:-} ]]; then arguments+=(--header "$SMOKE_HEADER"); fi
if [[ -n ${SMOKE_TOKEN:-} ]]; then arguments+=(--token-env SMOKE_TOKEN); fi
status=0
./edgesocket probe "${arguments[@]}" > report/probe.txt 2>&1 || status=$?
{
  echo '````text'
  cat report/probe.txt
  echo '````'
} > report/report.md
case $status in
  0) echo same ;;
  1) echo changed ;;
  2) echo failed ;;
  *) exit "$status" ;;
esac
