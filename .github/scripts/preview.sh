#!/usr/bin/env bash
# Previews a stack with Pulumi into previews/STACK.json, with its log beside it, and writes what the review holds for to
# reviewed/STACK.txt. Ends with Pulumi's exit code: a preview that failed leaves no reviewed/STACK.txt.
# STACK   the stack
set -euo pipefail
mkdir -p previews reviewed
rm -f "reviewed/$STACK.txt"

status=0
pulumi preview --stack "$STACK" --refresh --json --non-interactive > "previews/$STACK.json" 2> "previews/$STACK.log" || status=$?
if ((status != 0)); then
  echo "pulumi preview ended with exit code $status" >> "previews/$STACK.log"
  tail -n 30 -- "previews/$STACK.log" >&2
  jq -r '.diagnostics[]? | select(.severity == "error") | .message' "previews/$STACK.json" >&2 || true # where --json tells why
  exit "$status"
fi
STATE=yes bash .github/scripts/fingerprint.sh > "reviewed/$STACK.part" 2>> "previews/$STACK.log"
mv "reviewed/$STACK.part" "reviewed/$STACK.txt"
