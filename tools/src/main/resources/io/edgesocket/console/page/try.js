// Try: a client in the local run itself. It may send any header, which a browser's own WebSocket can't.

import { ask } from './control.js';
import { connections } from './connections.js';
import { copy, fill, h, refill, setText, visible } from './dom.js';

// A little more than AWS takes: a frame has at most 32 KB, a message 128 KB, the URL of a WebSocket API 4,096 characters, and at
// CloudFront a URL 8,192 bytes and a request 20,480.
const KB = 1024;
const FRAME = 32 * KB;
const long = bytes => 'x'.repeat(bytes);

export const tryView = {
  id: 'try',
  title: 'Try',
  live: true,
  count: () => null,
  make,
};

function make(model, go) {
  let tried = null; // {number}
  const path = field('Path and query', { value: new URL(model.started?.details?.socket ?? 'ws://localhost').pathname, spellcheck: false });
  const subprotocols = field('Subprotocols, separated by commas', { spellcheck: false });
  const token = field('Token, sent as Authorization: Bearer', { type: 'password', autocomplete: 'off' });
  const headers = area('More headers, "Name: value" a line', 1);
  const message = area('Message', 4);
  message.control.value = '{"action":"ping"}';
  const frame = field('Bytes in a frame, at most', { type: 'number', min: 1, max: KB * KB, value: FRAME });
  const status = h('p', { className: 'status', role: 'status' }, 'Not connected.');
  const saved = h('ul', { className: 'saved', 'aria-label': 'Saved messages' });
  const timeline = h('section', { className: 'detail', tabIndex: 0, 'aria-label': 'What happened on it' });
  const connect = button('Connect', () => open(), 'main');
  const send = button('Send', () => sent(message.control.value));
  const close = button('Close', () => over({ do: 'hang-up' }));

  async function open(longer = {}) {
    tried = null;
    setText(status, 'Connecting.');
    const told = await ask({ do: 'connect', ...handshake(), ...longer });
    if (!told.refused) tried = { number: told.number };
    setText(status, told.refused ? `Refused: ${told.refused}. "Why" has the reason.`
      : 'Connected.' + (told.warning ? ` But ${told.warning}.` : ''));
  }
  const longUrl = bytes => open({ target: path.control.value + (path.control.value.includes('?') ? '&' : '?') + 'long=' + long(bytes) });

  function handshake() {
    const lines = headers.control.value.split('\n').filter(line => line.includes(':')).map(line => line.trim());
    if (token.control.value) lines.push('Authorization: Bearer ' + token.control.value);
    return {
      target: path.control.value || '/', subprotocols: subprotocols.control.value.split(',').map(name => name.trim()).filter(Boolean), headers: lines,
    };
  }

  function over(command) {
    if (!tried) throw new Error('Connect first.');
    return ask({ ...command, number: tried.number });
  }
  const sent = (text, bytes = Number(frame.control.value)) => over({ do: 'send', text, frame: bytes });

  function button(name, act, className = '') {
    return h('button', {
      type: 'button', className, onclick: () => told(act),
    }, name);
  }

  async function told(act) {
    try {
      await act();
    } catch (refused) {
      setText(status, refused.message);
    }
  }

  function save(text) {
    const row = h('li', {}, h('code', {}, text), button('Send', () => sent(text)),
      button('Edit', () => { message.control.value = text; message.control.focus(); }), button('Forget', () => row.remove()));
    saved.append(row);
  }

  const quoted = text => "'" + text.replaceAll("'", "'\\''") + "'";
  const edge = () => (model.started?.details?.edge ?? 'ws://127.0.0.1:8080') + (path.control.value || '/');
  const asConnect = () => ['./edgesocket connect', quoted(edge()), ...handshake().headers.map(line => '-H ' + quoted(line)),
    ...handshake().subprotocols.map(name => '--subprotocol ' + quoted(name)), '--send ' + quoted(message.control.value)].join(' ');
  const asWscat = () => ['wscat -c', quoted(edge()), ...handshake().headers.map(line => '-H ' + quoted(line)),
    ...handshake().subprotocols.map(name => '-s ' + quoted(name)), '-x ' + quoted(message.control.value)].join(' ');

  /** A message of a timeline, to be sent or edited. */
  tryView.edit = text => {
    go('try');
    message.control.value = text;
    message.control.focus();
  };

  function asBefore(target, subprotocol) {
    go('try');
    path.control.value = target;
    subprotocols.control.value = subprotocol;
  }

  /** What a connection of before began with, and its messages, each to be edited and sent. */
  tryView.take = (target, subprotocol, texts) => {
    asBefore(target, subprotocol);
    saved.replaceChildren();
    texts.forEach(save);
    path.control.focus();
  };

  /** Another connection as one of before, and all that went over it. */
  tryView.again = (target, subprotocol, texts) => told(async () => {
    asBefore(target, subprotocol);
    await open();
    if (tried) for (const text of texts) await sent(text);
  });

  const form = h('form', { className: 'form', 'aria-label': 'A client', onsubmit: event => event.preventDefault() },
    h('h2', {}, 'Connect'),
    h('div', { className: 'fields' }, path.box, subprotocols.box), h('div', { className: 'fields' }, token.box, headers.box),
    h('p', { className: 'buttons' }, connect, close), status,
    h('h2', {}, 'Send'), message.box, frame.box,
    h('p', { className: 'buttons' }, send, button('Keep', () => save(message.control.value))), saved,
    h('h2', {}, 'Cross a limit on purpose'),
    h('p', { className: 'buttons' },
      button('Frame of 33 KB (1009)', () => sent(long(33 * KB), 33 * KB)),
      button('Message of 129 KB (1009)', () => sent(long(129 * KB), FRAME)),
      button('Binary frame (1003)', () => over({ do: 'send-binary' })),
      button('Route that there is not', () => sent('{"action":"no-such-route"}'))),
    h('p', { className: 'buttons' },
      button('URL of 5 KB (414, if the API gets the query)', () => longUrl(5 * KB)),
      button('URL of 9 KB (413)', () => longUrl(9 * KB)),
      button('Headers of 21 KB (413)', () => open({ headers: [...handshake().headers, 'X-Long: ' + long(21 * KB)] }))),
    h('h2', {}, 'The same in a terminal'),
    h('p', { className: 'buttons' },
      h('button', { type: 'button', onclick: event => copy(asConnect(), event.target) }, 'Copy as edgesocket connect'),
      h('button', { type: 'button', onclick: event => copy(asWscat(), event.target) }, 'Copy as wscat')));
  let shown = '';
  return {
    box: h('div', { className: 'both wide' }, form, timeline),
    draw() {
      const connection = tried && model.tried(tried.number);
      const stamp = connection ? connection.id + connections.stamp(connection, model) : '';
      if (stamp === shown) return;
      const same = connection && shown.startsWith(connection.id);
      shown = stamp;
      if (!connection) {
        fill(timeline, h('p', { className: 'faint' }, 'What you send, and what comes back, is shown here.'));
        return;
      }
      if (connection.closed) setText(status, ended(connection.closed));
      refill(timeline, connections.detail(connection, model, go, same ? timeline : null));
      timeline.scrollTop = timeline.scrollHeight;
    },
  };
}

function ended({ code, reason, because, by }) {
  const why = because || reason;
  return `Closed with ${code}${by ? ` by ${by}` : ''}${why ? `: ${visible(why)}` : ''}. "Why" says more.`;
}

let fields = 0;
function field(name, attributes = {}) {
  const control = h('input', { id: 'try-' + fields++, ...attributes });
  return { control, box: h('p', { className: 'field' }, h('label', { htmlFor: control.id }, name), control) };
}

function area(name, rows) {
  const control = h('textarea', { id: 'try-' + fields++, rows, spellcheck: false });
  return { control, box: h('p', { className: 'field' }, h('label', { htmlFor: control.id }, name), control) };
}
