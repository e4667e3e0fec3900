#!/usr/bin/env bash
# Looks for what was changed outside of Pulumi, and writes report/report.md. Prints changed, failed or same.
# STACK   the stack
set -euo pipefail
mkdir -p previews report

status=0
pulumi refresh --preview-only --stack "$STACK" --json --non-interactive > "previews/$STACK.json" 2> "previews/$STACK.log" || status=$?
if ((status != 0)); then echo "pulumi refresh ended with exit code $status" >> "previews/$STACK.log"; fi

status=0
./edgesocket preview "previews/$STACK.json" --format markdown --output report/report.md --exit-code >&2 || status=$?
case $status in
  0) echo same ;;
  1) echo changed ;;
  2) echo failed ;;
  *) exit "$status" ;;
esac
