// Connections: how long each may still live, what went over it, and everything that happened, in order.

import { fill, h, headersOf, headerValue, keyed, masked, setText, unmaskable } from './dom.js';
import { bytes, clock, closeCode, span, stepName, STEP } from './words.js';
import { tryIt } from './why.js';

const SHOWN = 300;
const TIMELINE = 200;

export const connections = {
  id: 'connections',
  title: 'Connections',
  count: model => model.open(),
  columns: ['Connection', 'State', 'Path', 'Subprotocol', 'Age', 'Idle left', 'Of 2 h left', 'Frames ↑ ↓', 'Bytes ↑ ↓', 'Close'],

  items(model, filter) {
    return [...model.connections.values()].reverse()
      .filter(each => each.state !== 'connecting' && (!filter.errors || each.closed && each.closed.code > 1001) && (filter.none || filter.matches(haystack(each))))
      .slice(0, SHOWN);
  },
  keyOf: connection => connection.id,

  empty: model => h('div', { className: 'empty' },
    h('h2', {}, 'No client has connected'),
    h('p', {}, 'Each connection is shown here while it is open and after: its frames, the route that each takes, and when it will be closed.'),
    ...tryIt(model)),

  row: connection => h('tr', {},
    h('th', { scope: 'row' }, h('button', { className: 'row', type: 'button', title: connection.id }, connection.id.slice(0, 9) + '…')),
    ...Array.from({ length: 9 }, () => h('td', {}))),

  update(row, connection, model) {
    const now = connection.closed ? connection.closed.time : model.now();
    const cells = row.children;
    const open = !connection.closed;
    setText(cells[1], connection.state);
    cells[1].className = 'state ' + connection.state;
    setText(cells[2], masked(connection.target || '–'));
    setText(cells[3], connection.subprotocol ? masked(connection.subprotocol) : '–');
    setText(cells[4], span(now - connection.since));
    setText(cells[5], open ? span(connection.activeAt + connection.idle * 1000 - now) : '–');
    setText(cells[6], open ? span(connection.since + connection.longest * 1000 - now) : '–');
    setText(cells[7], `${connection.up} ${connection.down}`);
    setText(cells[8], `${bytes(connection.upBytes)} ${bytes(connection.downBytes)}`);
    setText(cells[9], connection.closed ? String(connection.closed.code) : '–');
    row.classList.toggle('soon', open && connection.activeAt + connection.idle * 1000 - now < 60_000);
  },

  stamp: connection => [connection.exchanges.length, connection.state, connection.events].join(),

  /** The head is made anew; the timeline keeps its entries. */
  detail(connection, model, go, former) {
    const timeline = former?.querySelector('.timeline') ?? h('ol', { className: 'timeline' });
    const all = connection.exchanges.filter(each => go.filter.none || go.filter.matches([each.body, each.reply, each.route, each.kind].join(' ')));
    keyed(timeline, all.slice(-TIMELINE), each => each.subject + each.kind, entry, (row, each) => updateEntry(row, each, model, go));
    const { closed } = connection;
    return [
      h('h2', {}, 'Connection ', h('code', {}, connection.id)),
      h('p', { className: 'faint' },
        `${masked(connection.target)} · since ${clock(connection.since)}`,
        connection.subprotocol ? ` · subprotocol ${masked(connection.subprotocol)}` : '',
        closed ? ` · closed ${clock(closed.time)} with ${closed.code}, ${closeCode(closed.code)[0]}` + (closed.by ? `, by ${closed.by}` : '') : ''),
      connection.begun ? null : h('p', { className: 'note' }, 'It was opened before the events that are kept: its handshake is not shown.'),
      h('p', { className: 'buttons' },
        closed ? h('button', { type: 'button', onclick: () => go('why', connection.id) }, 'Why was it closed?') : null,
        ...(model.recorded ? [] : [['Connect and send all again', go.again], ['Take all to Try, to edit', go.take]]).map(([name, act]) => h('button', {
          type: 'button', onclick: () => act(connection.target, connection.subprotocol, whole(connection).map(each => each.body)),
        }, name))),
      whole(connection).length < messages(connection).length
        ? h('p', { className: 'note' }, 'Messages of more than 4,096 bytes are not kept whole: they are not sent again.') : null,
      all.length > TIMELINE ? h('p', { className: 'note' }, `The newest ${TIMELINE} of ${all.length} are shown.`) : null,
      timeline,
    ];
  },
};

function haystack(connection) {
  return [connection.id, connection.target, connection.subprotocol, connection.state, connection.closed?.code,
    ...connection.exchanges.slice(-100).flatMap(each => [each.body, each.reply, each.route])].join(' ');
}

const ARROW = { handshake: '⇄', message: '↑', call: '↓', end: '■' };
const WHAT = { handshake: 'Handshake', message: 'Message', call: '@connections', end: 'End' };

function entry(exchange) {
  return h('li', { className: exchange.kind });
}

const KEPT_BYTES = 4096;

function messages(connection) {
  return connection.exchanges.filter(each => each.kind === 'message');
}

/** The messages that can be sent again: a long one's end is not kept. */
function whole(connection) {
  return messages(connection).filter(isWhole);
}

function isWhole(message) {
  return message.body !== undefined && !(message.size > KEPT_BYTES);
}

function updateEntry(row, exchange, model, go) {
  if (row.shownEvents === exchange.events.length) return;
  row.shownEvents = exchange.events.length;
  const opened = row.querySelector('details')?.open ?? false;
  const refused = exchange.events.find(event => event.refusal);
  row.classList.toggle('refused', Boolean(refused));
  fill(row,
    h('p', { className: 'line' },
      h('span', { className: 'arrow', 'aria-hidden': 'true' }, ARROW[exchange.kind] ?? '·'),
      h('strong', {}, WHAT[exchange.kind] ?? exchange.kind), ' ',
      ...summary(exchange).flatMap(part => [h('span', { className: 'part' }, part), ' ']),
      h('time', {}, clock(exchange.time))),
    exchange.kind === 'message' ? payload('client sent', exchange.body, exchange.size) : null,
    ...printed(exchange),
    exchange.reply !== undefined ? payload(exchange.kind === 'call' ? 'backend sent' : 'client got', exchange.reply, exchange.replySize) : null,
    refused ? h('p', { className: 'refusal' }, ...unmaskable(refused.refusal.because), ' — ', ...unmaskable(refused.refusal.fix)) : null,
    exchange.kind === 'message' && !model.recorded && isWhole(exchange)
      ? h('button', { type: 'button', className: 'again', onclick: () => go.edit(exchange.body) }, 'Send again, or edit') : null,
    h('details', { open: opened }, h('summary', {}, 'Step by step'), steps(exchange)));
}

function summary(exchange) {
  const parts = [];
  if (exchange.kind === 'handshake') parts.push(masked(exchange.target ?? ''));
  if (exchange.kind === 'message') {
    parts.push('route ' + masked(exchange.route ?? '–'));
    if (exchange.expression) parts.push(exchange.expression + ' = ' + JSON.stringify(masked(exchange.selected ?? '')));
    if (exchange.nearest) parts.push('almost the route ' + masked(exchange.nearest));
  }
  if (exchange.method) parts.push(exchange.method);
  if (exchange.backend) parts.push(exchange.backend + ', ' + exchange.millis + ' ms');
  const end = exchange.events.find(event => event.step === 'CLOSE' && event.details.code);
  if (end) parts.push(end.details.code + ' by ' + end.details.by);
  return parts;
}

/** What the function printed while it worked on it. */
function printed({ events }) {
  const lines = events.filter(event => event.step === 'LOG').map(event => event.text);
  return lines.length ? [payload('function printed', lines.join('\n'))] : [];
}

function payload(who, text, size) {
  return h('div', { className: 'payload' },
    h('span', { className: 'who' }, who + (size === undefined ? '' : ', ' + bytes(size))),
    h('pre', { tabIndex: 0 }, ...(text ? unmaskable(text) : ['(empty)'])));
}

/** Each step, with its headers in a table. */
export function steps(exchange) {
  return h('ol', { className: 'steps' }, exchange.events.map(event => h('li', { className: event.refusal ? 'refused' : '' },
    h('span', { className: 'step' }, (STEP[event.step] ?? [''])[0] + ' · ' + stepName(event.step)),
    h('span', { className: 'text' }, ...unmaskable(event.text)),
    ...more(event))));
}

const WHOSE = {
  VIEWER_REQUEST: 'Headers as the client sent them', ORIGIN_REQUEST: 'Headers as the edge forwards them',
  STAGE: 'Headers as API Gateway got them',
};

function more({ step, details }) {
  const shown = [];
  if (details.headers) shown.push(headerTable(WHOSE[step] ?? 'Headers', headersOf(details.headers), false));
  if (details.addedHeaders) shown.push(headerTable('Headers that the distribution adds', headersOf(details.addedHeaders), false));
  if (details.event) shown.push(folded('What the integration got', details.event));
  if (details.answer) shown.push(folded('What it answered', details.answer));
  return shown;
}

function headerTable(title, headers, secret) {
  return h('details', {}, h('summary', {}, `${title} (${headers.length})`),
    h('table', { className: 'headers' }, h('tbody', {}, headers.map(header =>
      h('tr', {}, h('th', { scope: 'row' }, masked(header.name)), h('td', {}, ...headerValue(header, secret)))))));
}

function folded(title, text) {
  return h('details', {}, h('summary', {}, title), h('pre', { tabIndex: 0 }, ...unmaskable(pretty(text))));
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (noJson) {
    return text;
  }
}
