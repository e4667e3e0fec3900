#!/usr/bin/env bash
# Probes the address that a stack has, as its clients see it. See docs/probe.md.
# STACK          the stack
# SMOKE_HEADER   optional: a header of the handshake, such as "Origin: https://…", where clients need one
# SMOKE_TOKEN    optional: the token of a client that may connect; a client without one must be refused then
# SMOKE_SEND     optional: what is sent; by default a message of a route with a mock integration
# SMOKE_PAUSE    seconds between two tries; default 10
set -euo pipefail

arguments=(--stack "$STACK")
if [[ -n ${SMOKE_SEND:-} ]]; then arguments+=(--send "$SMOKE_SEND"); fi
if [[ -n ${SMOKE_HEADER:-} ]]; then arguments+=(--header "$SMOKE_HEADER"); fi
if [[ -n ${SMOKE_TOKEN:-} ]]; then arguments+=(--token-env SMOKE_TOKEN); fi
if [[ ${GITHUB_ACTIONS:-} == true ]]; then arguments+=(--format github); fi
for try in 1 2 3 4 5; do
  status=0
  found=$(./edgesocket probe "${arguments[@]}") || status=$?
  case $status in
    0)
      printf '%s\n' "$found"
      exit 0
      ;;
    1) if ((try < 5)); then sleep "${SMOKE_PAUSE:-10}"; fi ;; # what was just deployed may need a moment
    *) break ;;
  esac
done
printf '%s\n' "$found"
if ((status == 1)); then problem="checks failed in five tries"; else problem="it could not be probed"; fi
printf '::error title=%s does not answer as it must::%s\n' "$STACK" "$problem"
exit 1
