// What the events say: exchanges (a handshake, a message, a call, an end), the connections that they belong to, and what went
// wrong. It keeps no more than it can show.

import { closeCode, CLOSE_PAGE, isNormalClose } from './words.js';

const EXCHANGES_MAX = 10_000;
const EVENTS_MAX = 200;
const CONNECTIONS_MAX = 2_000;
const PROBLEMS_MAX = 1_000;
const RELOADS_MAX = 100;

export class Model {
  constructor() {
    this.clear();
    this.started = null;
    this.recorded = null;
    this.stackVersion = 0; // each reload makes it another one
  }

  clear() {
    this.exchanges = new Map(); // by subject, the oldest first
    this.connections = new Map(); // by id, the oldest first
    this.problems = new Map(); // by subject, the oldest first
    this.reloads = []; // of the stack
    this.tries = new Map(); // connections by the number of the try, which its User-Agent has
    this.missed = 0;
    this.forgotten = 0;
    this.frames = 0;
    this.events = 0;
    this.latest = 0;
    this.version = (this.version ?? 0) + 1;
  }

  about({ started, recorded }) {
    if (started) this.started = started;
    this.recorded = recorded ?? null;
    this.stackVersion++;
    this.version++;
  }

  add(events, missed) {
    this.missed += missed;
    for (const event of events) this.addOne(event);
    this.bound();
    this.version++;
  }

  addOne(event) {
    if (event.step === 'STARTED') {
      this.started = event;
      return;
    }
    event.details ??= {};
    event.time = Date.parse(event.at);
    if (event.step === 'RELOAD') {
      this.stackVersion++;
      this.reloads = [...this.reloads.slice(1 - RELOADS_MAX), event];
      return;
    }
    this.events++;
    this.latest = Math.max(this.latest, event.time);
    const exchange = this.exchangeOf(event);
    if (event.step === 'LOG' && exchange.events.length >= EVENTS_MAX) return; // the steps tell more than another line
    exchange.events.push(event);
    if (exchange.events.length > EVENTS_MAX) exchange.events.shift(); // a function's exchange has no end
    if (event.connection) this.join(exchange, event.connection);
    const connection = exchange.connection && this.connections.get(exchange.connection);
    if (connection) connection.events++;
    TAKE[event.step]?.(this, exchange, event, connection);
    if (event.refusal) this.problem(exchange, event);
  }

  exchangeOf(event) {
    let exchange = this.exchanges.get(event.subject);
    if (!exchange) {
      exchange = { subject: event.subject, kind: kindOf(event), time: event.time, events: [], connection: null };
      this.exchanges.set(event.subject, exchange);
    }
    return exchange;
  }

  join(exchange, id) {
    if (exchange.connection === id) return;
    exchange.connection = id;
    if (exchange.tried) this.tries.set(exchange.tried, id);
    let connection = this.connections.get(id);
    if (!connection) {
      connection = {
        id, state: exchange.kind === 'handshake' ? 'connecting' : 'open', target: '', subprotocol: '', since: exchange.time,
        activeAt: exchange.time, idle: 600, longest: 7200, up: 0, down: 0, upBytes: 0, downBytes: 0, closed: null,
        events: 0, exchanges: [], begun: exchange.kind === 'handshake', routes: new Map(),
      };
      this.connections.set(id, connection);
    }
    connection.exchanges.push(exchange);
  }

  problem(exchange, event) {
    const problem = this.problems.get(exchange.subject);
    if (problem) {
      problem.hints.push(event);
      return;
    }
    this.addProblem({
      subject: exchange.subject, kind: event.step === 'CLOSE' ? 'close' : exchange.kind, exchange, time: event.time,
      status: event.refusal.status, step: event.step, because: event.refusal.because, fix: event.refusal.fix,
      source: event.refusal.source, hints: [], wrong: true,
    });
  }

  /** Each end of a connection is told, and one without a refusal is explained by its code. */
  closed(exchange, connection, event) {
    const code = Number(event.details.code ?? (event.text.match(/\d{4}/) ?? [0])[0]);
    const by = event.details.by ?? '';
    connection.state = 'closed';
    connection.closed = { code, reason: event.details.reason ?? '', by, time: event.time };
    const refused = this.problems.get(connection.id) ?? connection.exchanges.map(each => this.problems.get(each.subject))
      .find(problem => problem?.kind === 'close');
    if (refused) {
      refused.connection = connection;
      connection.closed.because = refused.because;
      return;
    }
    const [name, fix] = closeCode(code);
    this.addProblem({
      subject: connection.id, kind: 'close', exchange, time: event.time, status: code, step: 'CLOSE',
      because: `closed with ${code}, ${name}` + (by ? `; it was closed by ${by}` : '')
        + (event.details.reason ? `; the reason given: ${event.details.reason}` : ''),
      fix, source: CLOSE_PAGE, hints: [], wrong: !isNormalClose(code) && code < 4000, connection,
    });
  }

  addProblem(problem) {
    this.problems.set(problem.subject, problem);
    if (this.problems.size > PROBLEMS_MAX) this.problems.delete(this.problems.keys().next().value);
  }

  bound() {
    for (const [subject, exchange] of this.exchanges) {
      if (this.exchanges.size <= EXCHANGES_MAX) break;
      this.exchanges.delete(subject);
      this.forgotten++;
      const connection = this.connections.get(exchange.connection);
      if (connection) connection.exchanges.splice(connection.exchanges.indexOf(exchange), 1);
    }
    for (const [id, connection] of this.connections) {
      if (this.connections.size <= CONNECTIONS_MAX) break;
      if (connection.state !== 'open') this.connections.delete(id);
    }
  }

  tried(number) {
    return this.connections.get(this.tries.get(String(number)));
  }

  /** What time it is: in a file, that of its last event. */
  now() {
    return this.recorded ? this.latest : Date.now();
  }

  wrong() {
    let count = 0;
    for (const problem of this.problems.values()) if (problem.wrong) count++;
    return count;
  }

  open() {
    let count = 0;
    for (const connection of this.connections.values()) if (connection.state === 'open') count++;
    return count;
  }
}

function kindOf({ step, subject, connection, details }) {
  switch (step) {
    case 'VIEWER_REQUEST':
      return details.headers && !/^upgrade: *websocket$/im.test(details.headers) ? 'request' : 'handshake';
    case 'STAGE': return 'handshake';
    case 'MESSAGE': return 'message';
    case 'MANAGEMENT': return 'call';
    case 'FUNCTION': return 'function';
    default: return subject === connection ? 'end' : 'other';
  }
}

/** What each step adds to what is known. */
const TAKE = {
  VIEWER_REQUEST(model, exchange, event) {
    exchange.target = event.details.target ?? (event.text.match(/^\S+ (\S+) from/) ?? [])[1];
    exchange.nearest = event.details.nearest;
    exchange.tried = (event.details.headers?.match(/^user-agent: EdgeSocket-Console\/(\S+)$/im) ?? [])[1];
    exchange.behavior = event.details.behavior;
  },
  STAGE(model, exchange, event, connection) {
    if (!connection) return;
    exchange.target ??= event.details.target ?? '/';
    connection.target = exchange.target;
    connection.since = connection.activeAt = exchange.time;
  },
  ANSWER(model, exchange, event, connection) {
    if (exchange.kind === 'handshake') {
      if (connection && event.text.startsWith('connected as')) {
        connection.state = 'open';
        connection.subprotocol = event.details.subprotocol ?? '';
        connection.idle = Number(event.details.idleSeconds ?? 600);
        connection.longest = Number(event.details.maxSeconds ?? 7200);
      }
      exchange.status = Number(event.details.status ?? 0);
      return;
    }
    const size = Number(event.details.bytes ?? (event.text.match(/with (\d+) bytes/) ?? [0, 0])[1]);
    if (connection && event.text !== 'no reply') down(model, exchange, event, connection, size);
  },
  MESSAGE(model, exchange, event, connection) {
    exchange.size = Number(event.details.bytes ?? 0);
    exchange.body = event.details.body;
    exchange.selected = event.details.selected;
    exchange.expression = event.details.expression;
    if (!connection) return;
    connection.up++;
    connection.upBytes += exchange.size;
    connection.activeAt = event.time;
    model.frames++;
  },
  ROUTE(model, exchange, event) {
    if (!event.refusal) exchange.route = event.text;
    exchange.nearest ??= event.details.nearest;
  },
  INTEGRATION(model, exchange, event) {
    exchange.backend = event.details.backend;
    exchange.millis = event.details.millis;
  },
  MANAGEMENT(model, exchange, event, connection) {
    exchange.method = event.details.method;
    exchange.size = Number(event.details.bytes ?? 0);
    exchange.body = event.details.body;
    if (connection && exchange.method === 'POST') down(model, exchange, event, connection, exchange.size);
  },
  CLOSE(model, exchange, event, connection) {
    if (!connection) return;
    if (/^disconnected/.test(event.text)) model.closed(exchange, connection, event);
    else if (connection.state !== 'closed') connection.state = 'closing';
  },
};

function down(model, exchange, event, connection, size) {
  exchange.reply = event.details.body;
  exchange.replySize = size;
  connection.down++;
  connection.downBytes += size;
  connection.activeAt = event.time;
  model.frames++;
}
