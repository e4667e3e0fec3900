// Files of what is shown, without secrets: the events, as `--trace json` prints them, and HAR, as browsers' tools read it.

import { headersOf, isSecretHeader, masked, withoutSecrets } from './dom.js';

const HIDDEN = '…';

/** `./edgesocket console` opens it. */
export function jsonl(model) {
  const events = [...model.exchanges.values()].flatMap(exchange => exchange.events).concat(model.reloads).sort((one, other) => one.time - other.time);
  return (model.started ? [model.started, ...events] : events).map(event => JSON.stringify(saved(event)) + '\n').join('');
}

function saved({ time, details = {}, refusal, ...event }) {
  const kept = all(details);
  if (details.headers) kept.headers = headersOf(details.headers).map(line).join('\n');
  return { ...all(event), details: kept, ...(refusal && { refusal: all(refusal) }) };
}

/** Its texts without secrets. */
function all(values) {
  return Object.fromEntries(Object.entries(values)
    .map(([name, value]) => [name, typeof value === 'string' ? withoutSecrets(value) : value]));
}

function line(header) {
  return header.name + ': ' + (isSecretHeader(header.name, header.value) ? HIDDEN : withoutSecrets(header.value));
}

/** http://www.softwareishard.com/blog/har-12-spec/, and _webSocketMessages, as Chrome writes them. */
export function har(model) {
  const entries = [...model.exchanges.values()].filter(each => each.kind === 'handshake' || each.kind === 'request').map(exchange => {
    const viewer = exchange.events.find(event => event.step === 'VIEWER_REQUEST');
    const connection = model.connections.get(exchange.connection);
    const url = new URL((model.started?.details?.edge ?? 'ws://localhost') + (exchange.target ?? '/'));
    const headers = headersOf(viewer?.details.headers).map(header => ({
      name: header.name, value: isSecretHeader(header.name, header.value) ? HIDDEN : masked(header.value),
    }));
    return {
      startedDateTime: new Date(exchange.time).toISOString(), time: exchange.events.at(-1).time - exchange.time,
      request: {
        method: 'GET', url: masked(url.href), httpVersion: 'HTTP/1.1', headers, cookies: [], headersSize: -1, bodySize: 0,
        queryString: [...url.searchParams].map(([name, value]) => ({ name, value: masked(`?${name}=${value}`).slice(name.length + 2) })),
      },
      response: {
        status: exchange.status || (exchange.events.find(event => event.refusal)?.refusal.status ?? 0), statusText: '',
        httpVersion: 'HTTP/1.1', headers: [], cookies: [], redirectURL: '', headersSize: -1, bodySize: -1,
        content: { size: 0, mimeType: '' },
      },
      cache: {}, timings: { send: 0, wait: 0, receive: 0 },
      _resourceType: 'websocket', _webSocketMessages: connection ? messages(connection) : [],
    };
  });
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'EdgeSocket', version: '1' }, entries } }, null, 1);
}

function messages(connection) {
  return connection.exchanges.flatMap(exchange => [
    ...(exchange.kind === 'message' ? [{ type: 'send', time: exchange.time / 1000, opcode: 1, data: masked(exchange.body ?? '') }] : []),
    ...(exchange.reply === undefined ? []
      : [{ type: 'receive', time: exchange.events.at(-1).time / 1000, opcode: 1, data: masked(exchange.reply ?? '') }]),
  ]);
}
