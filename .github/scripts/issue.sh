#!/usr/bin/env bash
# Keeps one issue about a stack: opened, updated, closed again.
# GH_TOKEN, GITHUB_REPOSITORY   as GitHub sets them
# STACK    the stack
# ABOUT    drift, or probe: what was looked for
# FOUND    same closes it; changed or failed opens or updates it
# FILE     what it says, in Markdown
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=own.sh
source "$(dirname "${BASH_SOURCE[0]}")/own.sh"

case $ABOUT in
  drift)
    same="What Pulumi has and what AWS has are the same again."
    changed="$STACK was changed outside of Pulumi"
    failed="$STACK can't be compared with AWS"
    ;;
  probe)
    same="All checks pass again."
    changed="$STACK does not answer as it must"
    failed="$STACK can't be probed"
    ;;
  *)
    printf '::error::%q is neither drift nor probe\n' "$ABOUT" >&2
    exit 2
    ;;
esac
tag="$ABOUT-$STACK"
issues="repos/$GITHUB_REPOSITORY/issues"
id=$(gh api --paginate "$issues?state=open&per_page=100" | own "$tag" .number)
case $FOUND in
  same)
    if [[ -n $id ]]; then
      gh api --method POST "$issues/$id/comments" -f "body=$same" > /dev/null
      gh api --method PATCH "$issues/$id" -f state=closed -f state_reason=completed > /dev/null
    fi
    exit 0
    ;;
  changed) title=$changed ;;
  failed) title=$failed ;;
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
