#!/usr/bin/env bash
# Prints the stacks that have a Pulumi.NAME.yaml here, as a JSON list. Names go into jobs and commands: one that Pulumi itself
# wouldn't take is an error.
set -euo pipefail
shopt -s nullglob

names=()
for file in Pulumi.*.yaml; do
  name=${file#Pulumi.}
  name=${name%.yaml}
  if [[ ! $name =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$ ]]; then
    printf '::error::a stack is named with letters, digits, hyphens, underscores and periods, and %q is not\n' "$file" >&2
    exit 2
  fi
  names+=("$name")
done
printf '%s\n' "${names[@]+"${names[@]}"}" | jq -Rnc '[inputs | select(length > 0)]'
