// The page: which view is shown, what is chosen in it, the filter, the keys.

import { connections } from './connections.js';
import { h, keyed, refill, save, setText } from './dom.js';
import { har, jsonl } from './export.js';
import { faults } from './faults.js';
import { Model } from './model.js';
import { stack } from './stack.js';
import { read } from './stream.js';
import { tryView } from './try.js';
import { why } from './why.js';

const VIEWS = [why, connections, tryView, faults, stack];
const DRAW_MILLIS = 150;
const TELL_MILLIS = 10_000;
const $ = id => document.getElementById(id);

const model = new Model();
const state = { view: connections, chosen: {}, paused: false, waiting: [], waitingMissed: 0, moved: false };
const filter = { text: '', errors: false, none: true, matches: () => true };

// Drawing: what has changed, a few times a second at most.

let drawn = 0;
let planned = false;
function changed() {
  if (planned) return;
  planned = true;
  setTimeout(() => requestAnimationFrame(draw), Math.max(0, drawn + DRAW_MILLIS - performance.now()));
}

const panels = new Map();
function panel(view) {
  let made = panels.get(view);
  if (!made && view.make) { // a form
    made = view.make(model, go);
    made.form = true;
    made.box = h('section', { className: 'panel', id: 'panel-' + view.id, role: 'tabpanel', 'aria-labelledby': 'tab-' + view.id }, made.box);
    panels.set(view, made);
    $('main').append(made.box);
  }
  if (!made) {
    const list = view.columns
      ? h('table', { className: 'list' }, h('thead', {}, h('tr', {}, view.columns.map(name => h('th', { scope: 'col' }, name)))), h('tbody', {}))
      : h('ol', { className: 'list' });
    const search = h('input', { type: 'search', placeholder: 'text or /regular expression/', autocomplete: 'off', spellcheck: false,
      'aria-label': 'Search in ' + view.title, oninput: () => setFilter(search.value, filter.errors) });
    const errors = h('input', { type: 'checkbox', onchange: () => setFilter(filter.text, errors.checked) });
    const bar = h('div', { className: 'bar', role: 'search' }, search, h('label', {}, errors, ' Errors only'), h('span', { className: 'faint found' }));
    const detail = h('section', { className: 'detail', tabIndex: -1, 'aria-label': 'What is chosen' });
    const box = h('section', { className: 'panel', id: 'panel-' + view.id, role: 'tabpanel', 'aria-labelledby': 'tab-' + view.id },
      bar, h('div', { className: 'empty-place' }), h('div', { className: 'both' }, h('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': view.title + ', the newest first' }, list), detail));
    made = { box, search, errors, bar, detail, rows: view.columns ? list.tBodies[0] : list, shown: null };
    made.rows.addEventListener('click', event => {
      const row = event.target.closest('tr, li');
      if (row?.itemKey) choose(view, row.itemKey);
    });
    panels.set(view, made);
    $('main').append(box);
  }
  return made;
}

function draw() {
  planned = false;
  drawn = performance.now();
  const { view } = state;
  for (const each of VIEWS) {
    const tab = $('tab-' + each.id);
    tab.setAttribute('aria-selected', each === view);
    tab.tabIndex = each === view ? 0 : -1;
    const count = each.count(model);
    tab.hidden = Boolean(each.live && model.recorded);
    tab.lastChild.hidden = count === null;
    tab.classList.toggle('some', count > 0);
    setText(tab.lastChild, String(count));
    panel(each).box.hidden = each !== view;
  }
  const wrong = model.wrong();
  document.title = (wrong ? `(${wrong}) ` : '') + 'EdgeSocket console';
  drawHead();
  if (view.make) panel(view).draw();
  else drawView(view, panel(view));
}

function drawHead() {
  const details = model.started?.details;
  setText($('stack'), model.recorded ? model.recorded : model.started?.subject ?? '');
  setText($('where'), details?.edge && !model.recorded ? details.edge : '');
  setText($('pause'), state.paused ? `Go on (${state.waiting.length} wait)` : 'Pause');
  $('pause').setAttribute('aria-pressed', state.paused);
  const missed = model.missed;
  const notices = [];
  if (missed) notices.push(`${missed.toLocaleString('en')} events are not shown: they came faster than a page can show, or are too old. Refusals, openings and closings come first.`);
  if (model.forgotten) notices.push(`${model.forgotten.toLocaleString('en')} older exchanges are no longer kept; the counts have them.`);
  keyed($('notices'), notices, notice => notice.replace(/^[\d,]+/, ''), () => h('p', { className: 'note' }), (row, notice) => setText(row, notice));
}

function drawView(view, made) {
  const items = view.items(model, filter);
  if (made.search.value !== filter.text) made.search.value = filter.text;
  made.errors.checked = filter.errors;
  const isEmpty = !items.length && filter.none && !filter.errors;
  made.box.classList.toggle('is-empty', isEmpty);
  const place = made.box.querySelector('.empty-place');
  const stamp = JSON.stringify(model.started?.details?.edge ?? '');
  if (isEmpty && place.stamp !== stamp) {
    place.stamp = stamp;
    place.replaceChildren(view.empty(model));
  }
  place.hidden = !isEmpty;
  setText(made.bar.querySelector('.found'), items.length ? '' : 'nothing matches');
  keyed(made.rows, items, view.keyOf, item => Object.assign(view.row(item), { itemKey: view.keyOf(item) }),
    (row, item) => view.update(row, item, model));
  const key = state.chosen[view.id];
  for (const row of made.rows.children) {
    const isChosen = row.itemKey === key;
    row.classList.toggle('chosen', isChosen);
    row.querySelector('.row').setAttribute('aria-current', isChosen);
  }
  drawDetail(view, made, key);
}

function find(view, key) {
  return view === why ? model.problems.get(key) : model.connections.get(key);
}

function drawDetail(view, made, key) {
  const item = key && find(view, key);
  made.box.classList.toggle('has-detail', Boolean(item));
  if (!item) {
    if (made.shown !== null) made.detail.replaceChildren();
    made.shown = null;
    return;
  }
  const stamp = key + view.stamp(item, model) + filter.text;
  if (made.shown === stamp) return;
  const same = made.shown?.startsWith(key);
  made.shown = stamp;
  const { detail } = made;
  const atEnd = detail.scrollHeight - detail.scrollTop - detail.clientHeight < 40;
  if (same && view === why && detail.contains(document.activeElement)) return; // somebody reads it
  refill(detail, view.detail(item, model, go, same ? detail : null));
  if (!same) detail.scrollTop = 0;
  else if (atEnd && view === connections) detail.scrollTop = detail.scrollHeight;
}

function show(view) {
  state.view = view;
  changed();
}

function choose(view, key) {
  state.chosen[view.id] = key;
  changed();
}

function go(id, key) {
  const view = VIEWS.find(each => each.id === id);
  show(view);
  if (!key) return;
  choose(view, key);
  setTimeout(() => panel(view).detail.focus(), DRAW_MILLIS * 2);
}
go.filter = filter;
go.edit = text => tryView.edit(text);
go.again = (target, subprotocol, texts) => tryView.again(target, subprotocol, texts);
go.take = (target, subprotocol, texts) => tryView.take(target, subprotocol, texts);

function setFilter(text, errors) {
  filter.text = text;
  filter.errors = errors;
  filter.none = !text;
  const regular = text.match(/^\/(.+)\/$/);
  let expression = null;
  if (regular) {
    try {
      expression = new RegExp(regular[1], 'i');
    } catch (unfinished) {
      // as a text, while it is typed
    }
  }
  const lower = text.toLowerCase();
  filter.matches = expression ? hay => expression.test(hay) : hay => hay.toLowerCase().includes(lower);
  changed();
}

// The stream.

function take(events, missed) {
  if (state.paused) {
    state.waiting.push(...events);
    state.waitingMissed += missed;
    const over = state.waiting.length - 10_000;
    if (over > 0) {
      state.waiting.splice(0, over);
      state.waitingMissed += over;
    }
  } else {
    model.add(events, missed);
  }
  changed();
}

function pause() {
  state.paused = !state.paused;
  if (!state.paused) {
    model.add(state.waiting, state.waitingMissed);
    state.waiting = [];
    state.waitingMissed = 0;
  }
  changed();
}

let run;
function about(told) {
  if (run && told.run !== run) {
    model.clear();
    state.waiting = [];
    state.waitingMissed = 0;
  }
  run = told.run;
  model.about(told);
  changed();
}

function link(how, text) {
  document.body.dataset.link = how;
  setText($('link-text'), text);
  if (how === 'refused') {
    $('main').replaceChildren(h('div', { className: 'empty' }, h('h2', {}, 'This page needs the printed address'),
      h('p', {}, 'Open the address that the terminal shows behind "console": it ends with a token. Each start has another one.'),
      h('p', { className: 'faint' }, 'The server says: ' + text)));
    setText($('link-text'), 'not let in');
  }
}

// What a screen reader is told: a summary, now and then.

let told = { frames: 0, wrong: 0, open: -1 };
setInterval(() => {
  const now = { frames: model.frames, wrong: model.wrong(), open: model.open() };
  const parts = [];
  if (now.open !== told.open) parts.push(now.open + ' connections open');
  if (now.frames > told.frames) parts.push(now.frames - told.frames + ' new frames');
  if (now.wrong > told.wrong) parts.push(now.wrong - told.wrong + ' new problems');
  if (parts.length) setText($('told'), parts.join(', '));
  told = now;
}, TELL_MILLIS);
setInterval(() => { if (model.open() && !state.paused) changed(); }, 1000); // countdowns

// Keys.

const KEYS = [
  ['?', 'these keys', () => $('keys').showModal()],
  ['1', 'Why', () => show(why)],
  ['2', 'Connections', () => show(connections)],
  ['3', 'Try', () => model.recorded || show(tryView)],
  ['4', 'Faults', () => model.recorded || show(faults)],
  ['5', 'Stack', () => model.recorded || show(stack)],
  ['j', 'next row', () => step(1)],
  ['k', 'row before', () => step(-1)],
  ['/', 'search', () => panel(state.view).search?.focus()],
  ['e', 'errors only, or all', () => setFilter(filter.text, !filter.errors)],
  ['p', 'pause, or go on', pause],
  ['Escape', 'back to the list', () => { document.activeElement.blur(); focusRow(); }],
];

function step(by) {
  const { view } = state;
  const rows = [...panel(view).rows?.children ?? []];
  if (!rows.length) return;
  const at = rows.findIndex(row => row.itemKey === state.chosen[view.id]);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  choose(view, next.itemKey);
  next.querySelector('.row').focus();
}

function focusRow() {
  panel(state.view).rows?.querySelector('.chosen .row, .row')?.focus();
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('keys').open) return;
  const typing = event.target.matches('input:not([type=checkbox]), textarea, select');
  if (event.target.getAttribute('role') === 'tab' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
    const views = VIEWS.filter(each => !(each.live && model.recorded));
    const next = views[(views.indexOf(state.view) + (event.key === 'ArrowRight' ? 1 : views.length - 1)) % views.length];
    show(next);
    $('tab-' + next.id).focus();
    return;
  }
  if (event.key !== 'Escape' && (typing || !$('single-keys').checked)) return;
  const key = KEYS.find(([name]) => name === event.key);
  if (key) {
    event.preventDefault();
    key[2]();
  }
});

// The start.

$('tabs').append(...VIEWS.map(view => h('button', {
  id: 'tab-' + view.id, role: 'tab', type: 'button', 'aria-controls': 'panel-' + view.id, onclick: () => show(view),
}, view.title + ' ', h('span', { className: 'badge' }, '0'))));
$('keys-list').append(...KEYS.map(([key, what]) => h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, key)), h('td', {}, what))));
$('help').onclick = () => $('keys').showModal();
$('keys-close').onclick = () => $('keys').close();
$('pause').onclick = pause;
$('clear').onclick = () => { model.clear(); state.chosen = {}; changed(); };
$('export-jsonl').onclick = () => save('trace.jsonl', 'application/jsonl', jsonl(model));
$('export-har').onclick = () => save('edgesocket.har', 'application/json', har(model));
VIEWS.forEach(panel);
draw();
read(location.hash.slice(1), { about, events: take, link });
