#!/usr/bin/env bash
# From an edit to what it does: medians of RUNS, without and with the Java that the launcher starts ahead. Beside it, in the
# same run, `cdk synth` of a stack like dev, and the CDK's program without its CLI. The CDK is installed outside of the repository, if npm can; else its rows are left out.
# Needs Linux, bash 5 and everything built (./edgesocket plan --stack dev).
#   bench/edit.sh [RUNS]     5 runs of each by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-5}
source bench/row.bash
source bench/copy.bash
source bench/standby.bash
bench=$PWD/bench
work=$(mktemp -d)
local_pid=
trap '[[ -z $local_pid ]] || kill "$local_pid"; rm -rf "$work"' EXIT
app=src/main/java/io/edgesocket/App.java
handler=src/main/java/io/edgesocket/handlers/EchoHandler.java

main() {
  echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $runs runs each, median of wall time"
  export EDGESOCKET_STANDBY=0
  ./edgesocket plan --stack dev > /dev/null
  copy "$work/project"
  cd "$work/project"
  row "App.java edited, plan --stack dev" edited_plan
  row "plan --stack dev, nothing changed" ./edgesocket plan --stack dev
  cdk_rows
  with_standby
  reload
  three_routes
}

edited_plan() {
  echo "// an edit" >> "$app"
  ./edgesocket plan --stack dev
}

# The same by a Java that is ready; when one isn't, a command takes as long as above.
with_standby() {
  export EDGESOCKET_STANDBY=600
  before_each() { await_standby; }
  row "edited, by a Java that waited" edited_plan
  row "nothing changed, by a Java that waited" ./edgesocket plan --stack dev
  unset -f before_each
  end_standby
  export EDGESOCKET_STANDBY=0
}

# The smallest program that has an API, in the place of the project's own.
three_routes() {
  cat > "$app" << EOF
package io.edgesocket;

import com.pulumi.Pulumi;
import io.edgesocket.components.PulumiRuntime;
import io.edgesocket.components.api.*;
import io.edgesocket.components.functions.*;
import io.edgesocket.handlers.EchoHandler;

public final class App {
    public static void main(String[] args) {
        PulumiRuntime.prepare();
        Pulumi.run(context -> {
            var code = FunctionCode.java(EchoHandler.class);
            var echo = new NewFunction("echo", LambdaFunctionArgs.builder().code(code).build());
            var api = WebSocketApiArgs.builder();
            for (var i = 0; i < 3; i++) {
                api.route("route" + i, Route.to(echo));
            }
            new WebSocketApi("chat", api.build());
        });
    }
}
EOF
  row "3 routes" ./edgesocket plan --stack dev
  export EDGESOCKET_STANDBY=600
  before_each() { await_standby; }
  row "3 routes, by a Java that waited" ./edgesocket plan --stack dev
  unset -f before_each
  end_standby
  [[ -z ${NODE_PATH:-} ]] || row "node routes.js" node "$work/routes.js"
}

cdk_rows() {
  local cdk=${XDG_CACHE_HOME:-$HOME/.cache}/edgesocket/cdk-2.170.0
  if [[ ! -d $cdk/node_modules/aws-cdk ]] &&
    ! npm install --prefix "$cdk" --no-audit --no-fund --ignore-scripts --no-package-lock \
      aws-cdk@2.170.0 aws-cdk-lib@2.170.0 constructs@10.4.2 > /dev/null 2>&1; then
    echo "cdk synth: skipped, npm could not install the CDK"
    return
  fi
  cp "$bench"/{article,routes}.js "$work"
  export NODE_PATH=$cdk/node_modules
  row "cdk synth" synth "$cdk/node_modules/aws-cdk/bin/cdk"
  row "node article.js" node "$work/article.js"
}

# On standard error it says at length which Node.js it would rather have.
synth() {
  node "$1" synth --quiet --no-version-reporting --app "node $work/article.js" --output "$work/cdk.out" 2> /dev/null
}

# One local run, one client.
reload() {
  local edge
  coproc LOCAL { exec ./edgesocket local --stack dev --port 0 --api-port 0 --quiet; }
  local_pid=$LOCAL_PID
  while read -r -u "${LOCAL[0]}" line; do
    if [[ $line == CloudFront* ]]; then edge=$(grep -o 'ws://[^ ]*' <<< "$line"); fi
    if [[ $line == "Try it"* ]]; then break; fi
  done
  java "$bench/Reload.java" "$edge" "$handler" "$((runs + 1))" | tail -n +2 | sort -n | # the first isn't counted
    awk '{t[NR]=$1} END {printf "  %-38s %6.0f ms   (%.0f to %.0f)\n", "a saved Java handler, its first answer", t[int((NR+1)/2)], t[1], t[NR]}'
}

main
