// Connections to the stack's own APIs, under the host names that they have at AWS, lead to this machine. Everything in
// Node.js that speaks TLS asks tls.connect for it: https, http2, fetch, and so the AWS SDKs. Loaded before the handler, in
// workers and forks too.
const { readFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { join } = require('node:path');
const tls = require('node:tls');

const { names, port, certificate } = JSON.parse(readFileSync(join(__dirname, 'local-hosts.json'), 'utf8'));
const local = new Set(names);
const { connect } = tls;

tls.connect = function (...given) {
  const options = optionsOf(given);
  const host = String(options.host ?? options.servername ?? '').toLowerCase();
  if (!local.has(host) || options.socket) {
    return connect.apply(this, given);
  }
  const listener = given.find((each) => typeof each === 'function');
  const redirected = { ...options, host: '127.0.0.1', port, servername: host, ca: certificate };
  return connect.call(this, redirected, ...(listener ? [listener] : []));
};
syncBuiltinESMExports();

/** tls.connect(options), tls.connect(port), tls.connect(port, host), each of the last two with options after it. */
function optionsOf(given) {
  const options = given.find((each) => typeof each === 'object' && each !== null);
  return typeof given[0] === 'object' ? { ...options } : { port: given[0], host: hostOf(given), ...options };
}

function hostOf(given) {
  return typeof given[1] === 'string' ? given[1] : undefined;
}
