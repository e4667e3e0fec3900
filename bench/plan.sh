#!/usr/bin/env bash
# Wall time of `./edgesocket plan`, everything built: medians, with a bare JVM's start from the same run beside them.
# With pulumi on PATH also `pulumi preview`, through Maven and through the prepared jar.
# Needs Linux and bash 5.
#   bench/plan.sh [RUNS]     11 runs of each by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-11}
source bench/row.bash
jars=tools/target/edgesocket-tools.jar:target/edgesocket.jar
out=target/bench
tests=tools/target/test-classes # after ./mvnw test-compile: the stack that has everything is one of the tests'
export EDGESOCKET_STANDBY=0 # it would take a part of what is measured
mkdir -p "$out"

main() {
  echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $runs runs each, median of wall time"
  ./edgesocket plan --stack dev > /dev/null
  for home in $(jdks); do
    export JAVA_HOME=$home
    ./edgesocket plan --stack dev > /dev/null # its archive
    echo "Java $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$home/release")"
    row "a bare JVM"                          bare
    row "plan --stack dev"                    ./edgesocket plan --stack dev
    row "the same without the archive"        unarchived plan --stack dev
    row "an API with 3 routes"                routes 3
    row "an API with 300 routes"              routes 300
    row "an API with 3 routes that reply"     routes 3 replying
    row "an API with 300 routes that reply"   routes 300 replying
    [[ ! -d $tests/io ]] || row "prod"        estates prod
    [[ ! -d $tests/io ]] || row "a stack that has everything" estates estate
  done
  unset JAVA_HOME
  command -v pulumi > /dev/null && bench/preview.sh || echo "pulumi preview: skipped, it needs pulumi and pulumi-language-java on PATH"
}

jdks() {
  local own
  own=$(dirname "$(dirname "$(readlink -f "$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java")")")")
  printf '%s\n' "$own" "$(dirname "$own")"/*25* | sort -u | while read -r home; do
    if [[ -f $home/release && -x $home/bin/javac ]]; then echo "$home"; fi
  done
}

bare() {
  [[ -f $out/Bare.class ]] || { echo 'class Bare { public static void main(String[] a) {} }' > "$out/Bare.java"
    "$JAVA_HOME/bin/javac" --release 17 -d "$out" "$out/Bare.java"; }
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -cp "$out" Bare
}

# How the launcher starts Java, so that the same is measured; with another class path and main class.
routes() { run Routes "$jars" "$@"; }
estates() { run Estates "$jars:$tests" "$@"; }

run() {
  [[ $out/$1.class -nt ${jars%:*} ]] || "$JAVA_HOME/bin/javac" --release 17 -proc:none -cp "$2" -d "$out" "bench/$1.java"
  local java
  mapfile -t java < <(launcher | sed "s,^$jars\$,$2:$out,; s,^io.edgesocket.cli.Main\$,$1,")
  "${java[@]}" "${@:3}"
}

unarchived() {
  local java
  mapfile -t java < <(launcher | sed '/^-XX:\(SharedArchiveFile\|AOTCache\)=/d')
  "${java[@]}" "$@"
}

launcher() { EDGESOCKET_PRINT=1 ./edgesocket; }

main
