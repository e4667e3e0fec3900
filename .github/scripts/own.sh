# What comment.sh and issue.sh share: how a text of these workflows is known again.
# shellcheck shell=bash

tag_line() { printf '<!-- edgesocket workflow %s -->' "$1"; }

number() {
  if [[ ! $1 =~ ^[1-9][0-9]{0,9}$ ]]; then
    printf '::error::%q is no number of a pull request\n' "$1" >&2
    exit 2
  fi
}

# $1   a file; hidden lines of edgesocket's at its end are left out
# $2   the tag
# The command that wrote the file has left room for this line in what a comment holds.
tagged() {
  sed -E '/^<!-- edgesocket (against|preview) [A-Za-z0-9_.-]* -->$/d' -- "$1"
  printf '\n\n%s\n' "$(tag_line "$2")"
}

# Reads JSON lists, and prints a field of the first text that is ours: written by GitHub Actions, its last line the tag.
# $1   the tag
# $2   a jq path
own() {
  jq -rs --arg tag "$(tag_line "$1")" \
    "[.[][] | select(.user.login == \"github-actions[bot]\")
        | select((.body // \"\") | gsub(\"\\r\"; \"\") | sub(\"\\n+\$\"; \"\") | split(\"\\n\") | last == \$tag)
     ] | first // empty | $2"
}
