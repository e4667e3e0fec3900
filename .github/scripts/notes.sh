#!/usr/bin/env bash
# Prints what CHANGELOG.md says of a version. A version that it doesn't name, or says nothing of, is an error.
# VERSION   such as 0.2.0
set -euo pipefail
notes=$(awk -v heading="## $VERSION" '
  $0 == heading || index($0, heading " ") == 1 { found = 1; next }
  /^## / { found = 0 }
  found' CHANGELOG.md)
if [[ -z ${notes//[[:space:]]/} ]]; then
  printf '::error::CHANGELOG.md says nothing under "## %s"\n' "$VERSION" >&2
  exit 1
fi
printf '%s\n' "$notes"
