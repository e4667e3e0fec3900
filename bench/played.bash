# What the benches of a played stack share: the built jar, their client, and a stack that throttles nothing.
out=target/bench
jars=tools/target/edgesocket-tools.jar:target/edgesocket.jar
edge=28080 api=28081 jetty=28082 node_edge=28083 node_api=28084 offline=28085 offline_http=28086 offline_lambda=28087
pids=()
export EDGESOCKET_STANDBY=0 # it would take a part of what is measured
[[ -z ${JAVA_HOME:-} ]] || PATH=$JAVA_HOME/bin:$PATH
client_options=(-XX:+UseSerialGC -Xss256k)

prepare() {
  echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), Java $(java -version 2>&1 | sed -n 's/.*"\(.*\)".*/\1/p')"
  mkdir -p "$out/node"
  echo 'export const handler = async event => ({statusCode: 200, body: event.body});' > "$out/node/index.mjs"
  ./edgesocket plan --stack dev > /dev/null
  javac -proc:none --release 17 -cp "$jars" -d "$out" bench/Client.java bench/JettyEcho.java bench/NodeEcho.java bench/Pipe.java
  trap 'kill "${pids[@]}" 2> /dev/null || true; rm -f Pulumi.bench.yaml' EXIT
  # The dev stack would throttle what is measured.
  printf 'config:\n  aws:region: eu-west-1\n  edgesocket:stage: {throttling: {burst: 10000000, rate: 10000000}}\n' > Pulumi.bench.yaml
}

client() { java "${client_options[@]}" -cp "$out" Client "$@"; }

# Waits until the last that was started echoes on a port.
echoes_on() {
  local client_options=("${client_options[@]}" -XX:TieredStopAtLevel=1) # or its own compiler takes much of what the start is to have
  client first "ws://127.0.0.1:$1/"
  kill -0 "${pids[-1]}" 2> /dev/null || { echo "port $1 is taken" >&2; exit 1; }
}

# The dev stack's program; waits for nothing.
play() {
  ./edgesocket local --stack bench --quiet --port $edge --api-port $api > "$out/local.log" 2>&1 &
  pids+=($!)
}

# The same by a Java that is started ahead, and ready.
play_waiting() {
  EDGESOCKET_STANDBY=600 ./edgesocket local --stack bench --quiet --port $edge --api-port $api > "$out/local.log" 2>&1 &
  pids+=($!)
}

prepare_standby() {
  EDGESOCKET_STANDBY=600 ./edgesocket plan --stack bench > /dev/null
  await_standby
}

play_jetty() {
  java -XX:+UseSerialGC -cp "$jars:$out" JettyEcho $jetty > /dev/null 2>&1 &
  pids+=($!)
}

# How the launcher would start Java for a local run, with a program of the bench instead.
play_node() {
  local java
  mapfile -t java < <(EDGESOCKET_PRINT=1 ./edgesocket local | sed "/^local\$/d; s,^$jars\$,&:$out,; s,^io.edgesocket.cli.Main\$,NodeEcho,")
  "${java[@]}" "$out/node" $node_edge $node_api > "$out/node.log" 2>&1 &
  pids+=($!)
}

# Whether serverless-offline is there, as a peer. It is installed outside of the repository, if npm can.
has_offline() {
  offline_home=${XDG_CACHE_HOME:-$HOME/.cache}/edgesocket/serverless-offline-13.9.0
  [[ -x $offline_home/node_modules/.bin/serverless ]] ||
    npm install --prefix "$offline_home" --no-audit --no-fund --ignore-scripts --no-package-lock \
      serverless@3.40.0 serverless-offline@13.9.0 > /dev/null 2>&1
}

# The same handler as play_node's, with serverless-offline's defaults.
play_offline() {
  mkdir -p "$out/offline"
  ln -sfn "$offline_home/node_modules" "$out/offline/node_modules"
  cp "$out/node/index.mjs" "$out/offline/index.mjs"
  cat > "$out/offline/serverless.yml" << EOF
service: bench
frameworkVersion: '3'
plugins: [serverless-offline]
provider: {name: aws, runtime: nodejs20.x}
custom: {serverless-offline: {websocketPort: $offline, httpPort: $offline_http, lambdaPort: $offline_lambda}}
functions:
  echo:
    handler: index.handler
    events:
      - websocket: {route: \$connect}
      - websocket: {route: \$default, routeResponseSelectionExpression: \$default}
EOF
  (cd "$out/offline" && SLS_TELEMETRY_DISABLED=1 SLS_NOTIFICATIONS_MODE=off exec node node_modules/serverless/bin/serverless.js offline start) \
    > "$out/offline.log" 2>&1 &
  pids+=($!)
}

ended() {
  kill "${pids[@]}"
  wait "${pids[@]}" 2> /dev/null || true
  pids=()
}
