#!/usr/bin/env bash
# Wall time of `pulumi preview --stack dev` on a new stack, as the repository comes (through ./edgesocket), through Maven and
# through the prepared jar: medians of RUNS.
# AWS is the stand-in of the tests. Needs pulumi and pulumi-language-java on PATH, and ./mvnw test-compile before.
#   bench/preview.sh [RUNS]     5 runs of each by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-5}
source bench/row.bash
source bench/copy.bash
work=$(mktemp -d)
coproc CLOUD { exec java -cp "tools/target/test-classes:tools/target/edgesocket-tools.jar" bench/Cloud.java; }
cloud=$CLOUD_PID
trap 'kill "$cloud" 2> /dev/null || true; rm -rf "$work"' EXIT
read -r port <&"${CLOUD[0]}"

export PULUMI_BACKEND_URL="file://$work" PULUMI_CONFIG_PASSPHRASE=bench PULUMI_SKIP_UPDATE_CHECK=true
export PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true PULUMI_DEBUG_PROVIDERS="aws:$port" MAVEN_ARGS=-o

preview() { (cd "$1" && pulumi preview); }

for way in repository maven jar; do copy "$work/$way"; done
runtime() { sed -i "s|^runtime: .*|runtime: {name: java, options: {$2}}|" "$1/Pulumi.yaml"; }
runtime "$work/maven" "use-executor: ./mvnw"
runtime "$work/jar" "binary: target/edgesocket.jar"
(cd "$work/maven" && pulumi stack init dev) > /dev/null 2>&1
for way in repository jar; do (cd "$work/$way" && pulumi stack select dev) > /dev/null 2>&1; done # they share a backend
row "pulumi preview, as the repository comes" preview "$work/repository"
row "pulumi preview, through Maven" preview "$work/maven"
row "pulumi preview, through the jar" preview "$work/jar"
