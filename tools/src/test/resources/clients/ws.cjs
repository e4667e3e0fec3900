// Connects with Node's ws, does what the second argument says, and prints what comes of it.
const WebSocket = require('ws');

const [address, scenario] = process.argv.slice(2);
const scenarios = {
  echo: client => client.send('hello'),
  fragments: client => {
    client.send('in ', {fin: false});
    client.send('three ', {fin: false});
    client.send('parts');
  },
  longest: client => client.send('x'.repeat(32 * 1024)),
  ping: client => client.ping('are you there'),
  close: client => client.close(4000, 'bye'),
  binary: client => client.send(Buffer.from('hello')),
  tooLong: client => client.send('x'.repeat(32 * 1024 + 1)),
  wait: () => console.log('open'),
};

// It offers permessage-deflate by itself.
const client = new WebSocket(address, scenario === 'subprotocol' ? ['chat.v2', 'chat.v1'] : []);
client.on('open', () => (scenarios[scenario] ?? (() => {}))(client));
client.on('upgrade', response => scenario === 'subprotocol' && done(response.headers['sec-websocket-protocol']));
client.on('message', (data, isBinary) => done(isBinary ? 'binary' : scenario === 'longest' ? data.length : data));
client.on('pong', data => done('pong ' + data));
client.on('unexpected-response', (request, response) => done('refused ' + response.statusCode));
client.on('close', (code, reason) => done(`closed ${code} ${reason}`.trim()));
client.on('error', error => done('error ' + error.message));

function done(outcome) {
  console.log(String(outcome));
  process.exit();
}
