#!/usr/bin/env bash
# Prints what a review of a stack holds for: a hash of its plan and, with STATE=yes, one of its state, a line each.
# STACK   the stack
set -euo pipefail

sha256() { sha256sum | cut -d ' ' -f 1; }

# In variables: the failure of a command within the arguments of echo would not be noticed.
plan=$(./edgesocket plan --stack "$STACK" --format json | sha256)
echo "plan $plan"
if [[ ${STATE:-} == yes ]]; then
  state=$(pulumi stack export --stack "$STACK" --non-interactive | sha256)
  echo "state $state"
fi
