# What the benches of a played stack share: the built jar, their client, and a stack that throttles nothing.
out=target/bench
edge=18080 api=18081 jetty=18082 node_edge=18083 node_api=18084
pids=()

prepare() {
  echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), Java $(java -version 2>&1 | sed -n 's/.*"\(.*\)".*/\1/p')"
  mkdir -p "$out/node"
  ./edgesocket plan --stack dev > /dev/null
  javac -proc:none --release 17 -cp target/edgesocket.jar -d "$out" bench/Client.java bench/JettyEcho.java bench/NodeEcho.java
  trap 'kill "${pids[@]}" 2> /dev/null || true; rm -f Pulumi.bench.yaml' EXIT
  # The dev stack would throttle what is measured.
  printf 'config:\n  aws:region: eu-west-1\n  edgesocket:stage: {throttling: {burst: 10000000, rate: 10000000}}\n' > Pulumi.bench.yaml
}

client() { java -XX:+UseSerialGC -Xss256k -cp "$out" Client "$@"; }

# The dev stack's program; waits for nothing.
play() {
  ./edgesocket local --stack bench --quiet --port $edge --api-port $api > "$out/local.log" 2>&1 &
  pids+=($!)
}

play_jetty() {
  java -XX:+UseSerialGC -cp "target/edgesocket.jar:$out" JettyEcho $jetty > /dev/null 2>&1 &
  pids+=($!)
}

# How the launcher would start Java for a local run, with a program of the bench instead.
play_node() {
  echo 'export const handler = async event => ({statusCode: 200, body: event.body});' > "$out/node/index.mjs"
  local java
  mapfile -t java < <(EDGESOCKET_PRINT=1 ./edgesocket local | sed "/^local\$/d; s,^target/edgesocket.jar\$,&:$out,; s,^io.edgesocket.cli.Main\$,NodeEcho,")
  "${java[@]}" "$out/node" $node_edge $node_api > "$out/node.log" 2>&1 &
  pids+=($!)
}

ended() {
  kill "${pids[@]}"
  wait "${pids[@]}" 2> /dev/null || true
  pids=()
}
