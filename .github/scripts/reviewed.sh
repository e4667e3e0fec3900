#!/usr/bin/env bash
# Stops unless what is about to be deployed is what was reviewed: the plan of the stack, and the state that it starts from,
# are those of the last preview of the pull request.
# GH_TOKEN, GITHUB_REPOSITORY   as GitHub sets them
# STACK   the stack
# PR      the pull request's number; by default the merged one that brought COMMIT
# COMMIT  the commit that is about to be deployed
# STATE   yes if the state counts too
set -euo pipefail

stop() {
  printf '::error title=%s isn'\''t deployed::%s\n' "$STACK" "$1"
  exit 1
}

pull_request() {
  gh api "repos/$GITHUB_REPOSITORY/commits/$COMMIT/pulls" |
    jq -r --arg commit "$COMMIT" '[.[] | select(.merged_at != null and .merge_commit_sha == $commit)] | first // empty | .number'
}

pr=${PR:-$(pull_request)}
if [[ ! $pr =~ ^[1-9][0-9]{0,9}$ ]]; then
  stop "no pull request was merged as ${COMMIT:-this commit}, so nobody has seen what it does. To deploy it nevertheless: run the workflow Deploy by hand."
fi
again="Run the preview of pull request #$pr again, read what it says, then run this again."

head=$(gh api "repos/$GITHUB_REPOSITORY/pulls/$pr" | jq -r '.head.sha')
# A run of a fork's branch isn't counted: its workflow may be another one.
run=$(gh api "repos/$GITHUB_REPOSITORY/actions/workflows/preview.yml/runs?event=pull_request&status=completed&head_sha=$head" |
  jq -r --arg repository "$GITHUB_REPOSITORY" \
    '[.workflow_runs[] | select(.head_repository.full_name == $repository)] | sort_by(.run_started_at) | last // empty | .id')
if [[ -z $run ]]; then
  stop "pull request #$pr was never previewed at its last commit $head; a fork's never is. $again"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! gh run download "$run" --repo "$GITHUB_REPOSITORY" --name "reviewed-$STACK" --dir "$folder" ||
  [[ ! -s $folder/$STACK.txt ]]; then
  stop "the preview of pull request #$pr has none of the stack $STACK, or it failed, or is too old. $again"
fi

bash .github/scripts/compare.sh "$folder/$STACK.txt" "pull request #$pr"
