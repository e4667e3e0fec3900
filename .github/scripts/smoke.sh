#!/usr/bin/env bash
# Connects to the address that a stack has, as a client does.
# STACK          the stack
# SMOKE_HEADER   optional: a header of the handshake, such as "Authorization: Bearer …", where clients need one
# SMOKE_SEND     optional: what is sent; by default the sample program's ping
# SMOKE_PAUSE    seconds between two tries; default 10
set -euo pipefail

url=$(pulumi stack output url --stack "$STACK" --non-interactive)
arguments=(--send "${SMOKE_SEND:-"{\"action\":\"ping\"}"}")
if [[ -n ${SMOKE_HEADER:-} ]]; then arguments+=(--header "$SMOKE_HEADER"); fi
for try in 1 2 3 4 5; do
  if ./edgesocket connect "$url" "${arguments[@]}"; then
    echo "$STACK answers at $url"
    exit 0
  fi
  if ((try < 5)); then sleep "${SMOKE_PAUSE:-10}"; fi
done
printf '::error title=%s does not answer::%s could not be connected to in five tries\n' "$STACK" "$url"
exit 1
