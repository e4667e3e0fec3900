#!/usr/bin/env bash
# Puts a file into a pull request, as one comment: the one that this workflow made before is updated. It is found by its
# last line and its author, also behind a hundred others.
# GH_TOKEN, GITHUB_REPOSITORY   as GitHub sets them
# PR     the pull request's number
# TAG    what the comment is about, such as preview
# FILE   the comment, in Markdown; its own hidden last line is replaced
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=own.sh
source "$(dirname "${BASH_SOURCE[0]}")/own.sh"
number "$PR"

body=$(mktemp)
trap 'rm -f "$body"' EXIT
tagged "$FILE" "$TAG" > "$body"
comments="repos/$GITHUB_REPOSITORY/issues/$PR/comments"
id=$(gh api --paginate "$comments?per_page=100" | own "$TAG" .id)
if [[ -n $id ]]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body" > /dev/null
else
  gh api --method POST "$comments" -F "body=@$body" > /dev/null
fi
