#!/usr/bin/env bash
# Wall time of `plan --against HEAD~1`, all stacks, beside its parts: building that commit in a fresh worktree, and planning
# each stack once there and once here. Medians of RUNS; needs a clone with a commit before the last, and everything built.
#   bench/against.sh [RUNS]     3 runs of each by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-3}
source bench/row.bash
export EDGESOCKET_STANDBY=0
work=$(mktemp -d)
trap 'git worktree remove --force "$work/tree" 2> /dev/null || true; rm -rf "$work"' EXIT

fresh() {
  git worktree remove --force "$work/tree" 2> /dev/null || true
  git worktree add --quiet --detach "$work/tree" HEAD~1
}
build() { (cd "$work/tree" && ./edgesocket --version) 2> /dev/null; }
plans() {
  local stack
  for stack in dev prod; do
    (cd "$work/tree" && ./edgesocket plan --stack "$stack")
    ./edgesocket plan --stack "$stack"
  done
}
against() { ./edgesocket plan --against HEAD~1 2> /dev/null; }

fresh
before_each() { fresh; }
row "one build of HEAD~1" build
before_each() { :; }
row "plans of dev and prod, there and here" plans
row "plan --against HEAD~1" against
