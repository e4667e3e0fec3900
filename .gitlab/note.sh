#!/usr/bin/env bash
# Puts a file into a merge request, as one note: the one that this made before is updated. It is found by its last line and
# its author, also behind a hundred others.
# CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID   as GitLab sets them
# GITLAB_NOTES_TOKEN   a project access token with the scope api; the job's own token may not write notes
# TAG, FILE            as for .github/scripts/comment.sh
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../.github/scripts/own.sh
source "$(dirname "${BASH_SOURCE[0]}")/../.github/scripts/own.sh"
number "$CI_MERGE_REQUEST_IID"
if [[ -z ${GITLAB_NOTES_TOKEN:-} ]]; then
  echo "Without GITLAB_NOTES_TOKEN there is no note; the report is this job's artifact."
  exit 0
fi

# The token stands in a file of curl's, not among its arguments, which other processes see.
config=$(mktemp)
body=$(mktemp)
trap 'rm -f "$config" "$body"' EXIT
printf 'header = "PRIVATE-TOKEN: %s"\n' "$GITLAB_NOTES_TOKEN" > "$config"
gitlab() { curl --fail --silent --show-error --config "$config" "$@"; }

notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
all() {
  local page=1 found
  while found=$(gitlab "$notes?per_page=100&page=$page") && [[ $(jq length <<< "$found") != 0 ]]; do
    printf '%s\n' "$found"
    page=$((page + 1))
  done
  [[ -n $found ]]
}

me=$(gitlab "$CI_API_V4_URL/user" | jq -r .id)
if [[ -s $FILE ]]; then tagged "$FILE" "$TAG"; else
  bash .github/scripts/failure.sh | tagged /dev/stdin "$TAG"
fi > "$body"
id=$(all | jq -rs --argjson me "$me" --arg tag "$(tag_line "$TAG")" \
  '[.[][] | select(.author.id == $me) | select(.body | gsub("\r"; "") | sub("\n+$"; "") | split("\n") | last == $tag)]
   | first // empty | .id')
if [[ -n $id ]]; then
  gitlab --request PUT --data-urlencode "body@$body" "$notes/$id" > /dev/null
else
  gitlab --request POST --data-urlencode "body@$body" "$notes" > /dev/null
fi
