#!/usr/bin/env bash
# Stops unless what is about to be deployed is what was reviewed, as .github/scripts/reviewed.sh does on GitHub.
# CI_API_V4_URL, CI_PROJECT_ID, CI_COMMIT_SHA   as GitLab sets them
# GITLAB_NOTES_TOKEN   a project access token with the scope api
# STACK, STATE         as there
# UNREVIEWED           yes, in a pipeline that is started by hand: deploy without a review
set -euo pipefail
if [[ ${UNREVIEWED:-} == yes ]]; then
  echo "Not compared with a review: UNREVIEWED is yes."
  exit 0
fi
stop() {
  printf '%s isn'\''t deployed: %s\n' "$STACK" "$1" >&2
  exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(umask 077 && printf 'header = "PRIVATE-TOKEN: %s"\n' "$GITLAB_NOTES_TOKEN" > "$folder/config")
gitlab() { curl --fail --silent --show-error --config "$folder/config" "$CI_API_V4_URL/projects/$CI_PROJECT_ID/$1"; }

request=$(gitlab "repository/commits/$CI_COMMIT_SHA/merge_requests" | jq -r '[.[] | select(.state == "merged")] | first // empty | .iid')
if [[ -z $request ]]; then
  stop "no merge request brought $CI_COMMIT_SHA. To deploy it nevertheless, run a pipeline with the variable UNREVIEWED=yes."
fi
pipeline=$(gitlab "merge_requests/$request" | jq -r '.head_pipeline.id // empty')
job=
if [[ -n $pipeline ]]; then
  job=$(gitlab "pipelines/$pipeline/jobs?per_page=100" |
    jq -r --arg name "preview: [$STACK]" '[.[] | select(.name == $name and .status == "success")] | first // empty | .id')
fi
if [[ -z $job ]] || ! gitlab "jobs/$job/artifacts/reviewed/$STACK.txt" > "$folder/was.txt"; then
  stop "merge request !$request has no preview of $STACK, or it failed. Run its preview again, read it, then run this again."
fi
bash .github/scripts/compare.sh "$folder/was.txt" "merge request !$request"
