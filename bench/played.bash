# What the benches of a played stack share: the built jar, their client, and a stack that throttles nothing.
out=target/bench
jars=tools/target/edgesocket-tools.jar:target/edgesocket.jar
edge=28080 api=28081 jetty=28082 node_edge=28083 node_api=28084
pids=()
client_options=(-XX:+UseSerialGC -Xss256k)

prepare() {
  echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), Java $(java -version 2>&1 | sed -n 's/.*"\(.*\)".*/\1/p')"
  mkdir -p "$out/node"
  ./edgesocket plan --stack dev > /dev/null
  javac -proc:none --release 17 -cp "$jars" -d "$out" bench/Client.java bench/JettyEcho.java bench/NodeEcho.java
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

play_jetty() {
  java -XX:+UseSerialGC -cp "$jars:$out" JettyEcho $jetty > /dev/null 2>&1 &
  pids+=($!)
}

# How the launcher would start Java for a local run, with a program of the bench instead.
play_node() {
  echo 'export const handler = async event => ({statusCode: 200, body: event.body});' > "$out/node/index.mjs"
  local java
  mapfile -t java < <(EDGESOCKET_PRINT=1 ./edgesocket local | sed "/^local\$/d; s,^$jars\$,&:$out,; s,^io.edgesocket.cli.Main\$,NodeEcho,")
  "${java[@]}" "$out/node" $node_edge $node_api > "$out/node.log" 2>&1 &
  pids+=($!)
}

ended() {
  kill "${pids[@]}"
  wait "${pids[@]}" 2> /dev/null || true
  pids=()
}
