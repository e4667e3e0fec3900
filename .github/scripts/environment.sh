#!/usr/bin/env bash
# An environment of a pull request: the stack pr-N, with the settings of FROM.
# $1     up, which writes report/report.md; down; or sweep, which takes down all whose pull request is closed or whose stack
#        is older than MAX_DAYS
# PR     the pull request's number, for up and down
# FROM   the stack whose settings it takes; default dev
# SECRETS_PROVIDER   what encrypts the secrets of FROM, if not a passphrase or Pulumi Cloud
# GH_TOKEN, GITHUB_REPOSITORY, MAX_DAYS   for sweep
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=own.sh
source "$(dirname "${BASH_SOURCE[0]}")/own.sh"
# What two stacks can't both have, and Lambda@Edge, whose copies AWS keeps for hours after a stack is gone.
not_taken=(edgesocket:domain edgesocket:edge edgesocket:account edgesocket:alarms edgesocket:protect)

exists() { pulumi stack ls --json --non-interactive | jq -e --arg stack "$1" 'any(.[]; .name == $stack)' > /dev/null; }

up() {
  local stack=pr-$1 url
  if ! exists "$stack"; then
    pulumi stack init "$stack" --no-select --non-interactive ${SECRETS_PROVIDER:+--secrets-provider "$SECRETS_PROVIDER"}
  fi
  cp "Pulumi.${FROM:-dev}.yaml" "Pulumi.$stack.yaml" # secrets too: they are encrypted in the same way
  for key in "${not_taken[@]}"; do pulumi config rm "$key" --stack "$stack" --non-interactive; done
  pulumi up --stack "$stack" --yes --skip-preview --non-interactive
  url=$(pulumi stack output url --stack "$stack" --non-interactive)
  mkdir -p report
  echo "**This change runs at** \`$url\`, as the stack \`$stack\` with the settings of \`${FROM:-dev}\`." > report/report.md
}

down() {
  local stack=pr-$1
  if ! exists "$stack"; then
    echo "There is no stack $stack."
    return
  fi
  pulumi destroy --stack "$stack" --yes --skip-preview --remove --non-interactive
}

# Those that could not be taken down are told at the end, and tried again next time.
sweep() {
  local stack number state left=()
  while read -r stack updated; do
    number=${stack#pr-}
    state=$(gh api "repos/$GITHUB_REPOSITORY/pulls/$number" | jq -r .state) || state=unknown
    if [[ $state == closed ]] || older "$updated"; then
      down "$number" < /dev/null || left+=("$stack")
    elif [[ $state != open ]]; then
      left+=("$stack")
    fi
  done < <(pulumi stack ls --json --non-interactive | jq -r '.[] | select(.name | test("^pr-[1-9][0-9]{0,9}$")) | "\(.name) \(.lastUpdate // "")"')
  if ((${#left[@]} > 0)); then
    printf '::error::not taken down: %s\n' "${left[*]}"
    exit 1
  fi
}

# Whether nothing was deployed for MAX_DAYS days.
older() { [[ -n $1 ]] && (($(date -d "$1" +%s) < $(date -d "-${MAX_DAYS:-7} days" +%s))); }

case ${1:-} in
  up) number "$PR" && up "$PR" ;;
  down) number "$PR" && down "$PR" ;;
  sweep) sweep ;;
  *) echo "up, down or sweep" >&2 && exit 2 ;;
esac
