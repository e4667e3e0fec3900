#!/usr/bin/env bash
# Wall time of `pulumi preview --stack dev` on a new stack, through Maven and through the prepared jar: medians of RUNS.
# AWS is the stand-in of the tests. Needs pulumi and pulumi-language-java on PATH, and ./mvnw test-compile before.
#   bench/preview.sh [RUNS]     5 runs of each by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-5}
source bench/row.bash
work=$(mktemp -d)
coproc CLOUD { exec java -cp "tools/target/test-classes:tools/target/edgesocket-tools.jar" bench/Cloud.java; }
cloud=$CLOUD_PID
trap 'kill "$cloud" 2> /dev/null || true; rm -rf "$work"' EXIT
read -r port <&"${CLOUD[0]}"

export PULUMI_BACKEND_URL="file://$work" PULUMI_CONFIG_PASSPHRASE=bench PULUMI_SKIP_UPDATE_CHECK=true
export PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true PULUMI_DEBUG_PROVIDERS="aws:$port" MAVEN_ARGS=-o

copy() { # folder: the project, with what has been built
  mkdir -p "$1/target"
  cp -rp pom.xml mvnw .mvn program library users tools src Pulumi.yaml Pulumi.dev.yaml "$1"
  cp -rp target/classes target/function target/maven-status target/edgesocket.jar target/lib "$1/target"
}

preview() { (cd "$1" && pulumi preview); }

copy "$work/maven"
copy "$work/jar"
sed -i 's|^runtime: java$|runtime: {name: java, options: {binary: target/edgesocket.jar}}|' "$work/jar/Pulumi.yaml"
(cd "$work/maven" && pulumi stack init dev) > /dev/null 2>&1
(cd "$work/jar" && pulumi stack select dev) > /dev/null 2>&1 # both share a backend
row "pulumi preview, through Maven" preview "$work/maven"
row "pulumi preview, through the jar" preview "$work/jar"
