// Why: each refused handshake and message, and each closed connection, with the step that decided and what to change.

import { copy, h, masked, setText, unmaskable } from './dom.js';
import { steps } from './connections.js';
import { clock, HANDSHAKE, MESSAGE, STEP, stepName, closeCode } from './words.js';

const SHOWN = 300;

export const why = {
  id: 'why',
  title: 'Why',
  count: model => model.wrong(),

  items(model, filter) {
    return [...model.problems.values()].reverse()
      .filter(problem => (!filter.errors || problem.wrong) && filter.matches(haystack(problem)))
      .slice(0, SHOWN);
  },
  keyOf: problem => problem.subject,

  empty: model => h('div', { className: 'empty' },
    h('h2', {}, 'Nothing was refused, nothing was closed'),
    h('p', {}, 'When a handshake or a message is refused, or a connection ends, this page says which step decided, which rule it '
      + 'followed, and what to change.'),
    ...tryIt(model)),

  row: () => h('li', {},
    h('button', { className: 'row', type: 'button' },
      h('span', { className: 'code' }), h('span', { className: 'what' }), h('span', { className: 'at' }),
      h('span', { className: 'because' }))),

  update(row, problem) {
    const [code, what, at, because] = row.firstElementChild.children;
    setText(code, String(problem.status));
    code.classList.toggle('fine', !problem.wrong);
    setText(what, title(problem));
    setText(at, clock(problem.time));
    setText(because, masked(problem.because));
  },

  stamp: problem => [problem.hints.length, problem.exchange.events.length].join(),

  detail(problem, model, go) {
    const closes = problem.kind === 'close';
    const id = problem.exchange.connection;
    return [
      h('h2', {}, h('span', { className: 'code' + (problem.wrong ? '' : ' fine') }, String(problem.status)), ' ', title(problem)),
      h('p', { className: 'faint' }, clock(problem.time), ' · ',
        closes ? closeCode(problem.status)[0] : 'decided by ' + (STEP[problem.step] ?? [''])[0] + ', ' + stepName(problem.step)),
      closes ? null : chain(problem),
      h('dl', { className: 'answer' },
        h('dt', {}, 'What was found'), h('dd', {}, ...unmaskable(problem.because)),
        problem.exchange.nearest ? [h('dt', {}, 'Nearest miss'), h('dd', { className: 'nearest' }, ...nearest(problem))] : [],
        problem.fix ? [h('dt', {}, 'What to change'), h('dd', { className: 'fix' }, ...unmaskable(problem.fix))] : [],
        problem.hints.flatMap(hint => [
          h('dt', {}, 'Also, at ' + stepName(hint.step)),
          h('dd', {}, ...unmaskable(hint.refusal.because), h('br'), h('strong', {}, ...unmaskable(hint.refusal.fix)))]),
        problem.source ? [h('dt', {}, 'The rule'), h('dd', {}, page(problem.source))] : []),
      id && model.connections.get(id)?.begun && (closes || problem.kind === 'message')
        ? h('p', {}, h('button', { type: 'button', onclick: () => go('connections', id) }, 'Show the connection')) : null,
      h('h3', {}, 'Step by step'),
      steps(problem.exchange),
    ];
  },
};

function title(problem) {
  const { exchange, kind, connection } = problem;
  switch (kind) {
    case 'handshake':
    case 'request': return kind + (exchange.target ? ' for ' + masked(exchange.target) : '') + ' refused';
    case 'message': return 'message refused' + (exchange.selected ? ': ' + masked(exchange.selected) : '');
    case 'call': return '@connections call refused';
    case 'close': return 'connection closed' + (connection?.target ? ', ' + masked(connection.target) : '');
    default: return 'refused';
  }
}

function haystack(problem) {
  return [title(problem), problem.status, problem.because, problem.fix, problem.exchange.body, problem.exchange.connection].join(' ');
}

/** The way through CloudFront and API Gateway: how far it came. */
function chain({ exchange, step, kind }) {
  const way = kind === 'message' ? MESSAGE : HANDSHAKE;
  const passed = new Set(exchange.events.map(event => event.step));
  const decided = way.indexOf(step);
  return h('ol', { className: 'chain', 'aria-label': 'How far it came' }, way
    .filter((each, index) => passed.has(each) || index > decided && !['EDGE_FUNCTION', 'AUTHORIZER', 'API_KEY'].includes(each))
    .map(each => {
      const index = way.indexOf(each);
      const state = each === step ? 'decided' : index < decided && passed.has(each) ? 'passed' : 'not reached';
      return h('li', { className: state.replace(' ', '-') },
        h('span', { 'aria-hidden': 'true' }, { decided: '✕', passed: '✓' }[state] ?? '·'), ' ', stepName(each),
        h('span', { className: 'unseen' }, ': ' + state));
    }));
}

function nearest({ exchange, kind }) {
  const wanted = h('code', {}, masked(exchange.nearest));
  return kind === 'message'
    ? ['the route ', wanted, ': the message asks for ', h('code', {}, masked(exchange.selected ?? '')),
      ...(exchange.expression ? [', by ', h('code', {}, exchange.expression)] : [])]
    : ['the behavior ', wanted, ': the path ', h('code', {}, masked((exchange.target ?? '').split('?')[0])),
      ' went to the behavior ', h('code', {}, exchange.behavior ?? '*')];
}

/** Only addresses of the web are links. */
function page(source) {
  return /^https:\/\//.test(source)
    ? h('a', { href: source, target: '_blank', rel: 'noreferrer' }, source.replace(/^https:\/\//, ''))
    : source;
}

export function tryIt(model) {
  const edge = model.started?.details?.edge;
  if (!edge || model.recorded) return [];
  const command = './edgesocket connect ' + edge + " --send 'hello'";
  return [
    h('p', {}, 'Connect a client, in another terminal:'),
    h('p', { className: 'command' }, h('code', {}, command),
      h('button', { type: 'button', onclick: event => copy(command, event.target) }, 'Copy')),
  ];
}
