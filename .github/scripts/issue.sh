#!/usr/bin/env bash
# Keeps one issue of a stack's drift: opened, updated, closed again.
# GH_TOKEN, GITHUB_REPOSITORY   as GitHub sets them
# STACK    the stack
# FOUND    same closes it; changed or failed opens or updates it
# FILE     what it says, in Markdown
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=own.sh
source "$(dirname "${BASH_SOURCE[0]}")/own.sh"

tag="drift-$STACK"
issues="repos/$GITHUB_REPOSITORY/issues"
id=$(gh api --paginate "$issues?state=open&per_page=100" | own "$tag" .number)
case $FOUND in
  same)
    if [[ -n $id ]]; then
      gh api --method POST "$issues/$id/comments" -f "body=What Pulumi has and what AWS has are the same again." > /dev/null
      gh api --method PATCH "$issues/$id" -f state=closed -f state_reason=completed > /dev/null
    fi
    exit 0
    ;;
  changed) title="$STACK was changed outside of Pulumi" ;;
  failed) title="$STACK can't be compared with AWS" ;;
  *)
    printf '::error::%q is none of same, changed and failed\n' "$FOUND" >&2
    exit 2
    ;;
esac

body=$(mktemp)
trap 'rm -f "$body"' EXIT
tagged "$FILE" "$tag" > "$body"
if [[ -n $id ]]; then
  gh api --method PATCH "$issues/$id" -f "title=$title" -F "body=@$body" > /dev/null
else
  gh api --method POST "$issues" -f "title=$title" -F "body=@$body" > /dev/null
fi
