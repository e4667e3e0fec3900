#!/usr/bin/env bash
# Stops unless the plan of a stack, and its state if STATE is yes, are those that a review showed.
# STACK, STATE   as for fingerprint.sh
# $1             what the preview kept
# $2             what was reviewed, such as: pull request #12
set -euo pipefail

stop() {
  printf '::error title=%s isn'\''t deployed::%s Run the preview of %s again, read what it says, then run this again.\n' \
    "$STACK" "$1" "$2"
  exit 1
}

now=$(mktemp)
trap 'rm -f "$now"' EXIT
bash .github/scripts/fingerprint.sh > "$now"
while read -r what hash; do
  if [[ $(sed -n "s/^$what //p" -- "$1") == "$hash" ]]; then continue; fi
  case $what in
    plan) stop "the plan of $STACK isn't the one that $2 showed: the main branch has moved since." "$2" ;;
    state) stop "the state of $STACK has moved since $2 was previewed: something was deployed meanwhile." "$2" ;;
  esac
done < "$now"
echo "$STACK is what $2 showed."
