#!/usr/bin/env bash
# Writes report/report.md: what changes for all stacks since BASE, with what Pulumi says beside it where PREVIEWED is yes.
# Ends with the command's exit code. What can't be told is in the report too.
# BASE        a commit
# PREVIEWED   yes if previews/ has, or should have, a preview of each stack
set -euo pipefail
mkdir -p report previews

arguments=(--against "$BASE" --format markdown --output report/report.md)
if [[ ${PREVIEWED:-} == yes ]]; then arguments+=(--previews previews); fi

status=0
./edgesocket plan "${arguments[@]}" 2> report/log.txt || status=$?
cat report/log.txt >&2
if [[ ! -s report/report.md ]]; then
  bash .github/scripts/failure.sh report/log.txt > report/report.md
fi
exit "$status"
