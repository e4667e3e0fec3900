// Stack: what is deployed and how it is connected, what the last change made different, and where each setting comes from.

import { askStack } from './control.js';
import { fill, h, headerValue, setText, unmaskable, visible } from './dom.js';
import { clock } from './words.js';

export const stack = { id: 'stack', title: 'Stack', live: true, count: () => null, make };

const MARK = { '+': 'added', '~': 'changed', '-': 'removed' };

function make(model) {
  const said = h('p', { className: 'status', role: 'status' });
  const change = h('section', { 'aria-label': 'The last change' });
  const graph = h('section', { 'aria-label': 'What is deployed' });
  const search = h('input', { id: 'stack-search', type: 'search', autocomplete: 'off', spellcheck: false, oninput: () => filter() });
  const given = h('input', { type: 'checkbox', onchange: () => filter() });
  const found = h('span', { className: 'faint', role: 'status' });
  const settings = h('tbody', {});
  const opened = new Set(); // the inputs that somebody looks at stay open when the stack is read again
  let version = -1;

  async function look() {
    const mine = version;
    const told = await askStack();
    if (mine !== version) return; // a newer answer comes
    setText(said, told.refused ? 'The last change is not played: the stack stays as it was.' : '');
    fill(change, ...changeOf(told));
    fill(graph, h('h2', {}, 'What is deployed'), ...graphOf(told, opened));
    fill(settings, ...told.settings.map(setting));
    filter();
  }

  function filter() {
    const text = search.value.toLowerCase();
    let count = 0;
    for (const row of settings.rows) {
      row.hidden = given.checked && row.isDefault || !row.hay.includes(text);
      if (!row.hidden) count++;
    }
    setText(found, count + (count === 1 ? ' setting' : ' settings'));
  }

  const box = h('div', { className: 'form stack', tabIndex: 0, role: 'region', 'aria-label': 'The stack' },
    said, change, graph,
    h('h2', {}, 'Settings'),
    h('div', { className: 'bar', role: 'search' }, h('label', { htmlFor: search.id }, 'Search in the settings'), search,
      h('label', {}, given, ' Only what is written'), found),
    h('div', { className: 'wide-table' }, h('table', { className: 'settings' },
      h('thead', {}, h('tr', {}, ['Setting', 'Value', 'From'].map(name => h('th', { scope: 'col' }, name)))), settings)));
  return {
    box, search,
    draw() {
      if (version === model.stackVersion) return;
      version = model.stackVersion;
      look().catch(refused => setText(said, refused.message));
    },
  };
}

function changeOf({ refused, change }) {
  if (!refused && !change) return [];
  return [
    h('h2', {}, refused ? 'The last change' : 'What the last change made different'),
    refused ? h('pre', { className: 'refusal', tabIndex: 0 }, visible(refused)) : null,
    change ? h('p', { className: 'faint' }, (refused ? 'Before that, at ' : 'At ') + clock(Date.parse(change.at)) + ', as ./edgesocket diff shows it:') : null,
    change ? h('pre', { className: 'difference', tabIndex: 0, 'aria-label': 'The difference' }, change.difference.trimEnd().split('\n').map(line =>
      h('span', { className: MARK[line.trim()[0]] }, ...unmaskable(line), '\n'))) : null,
  ];
}

function graphOf({ nodes, roots, unplanned, notPlayed }, opened) {
  if (!nodes) return [h('p', {}, 'The plan can not be made: ' + visible(unplanned))];
  const byId = new Map(nodes.map(node => [node.id, node]));
  const shown = new Set();
  function item({ to, as }) {
    const node = byId.get(to);
    const again = shown.has(to) && node.next.length > 0;
    shown.add(to);
    return h('li', {}, ...line(node, as),
      again ? h('span', { className: 'faint' }, ' · shown above') : inputs(node, opened),
      again || !node.next.length ? null : h('ul', {}, node.next.map(item)));
  }
  return [
    h('ul', { className: 'graph' }, roots.map(to => item({ to, as: '' }))),
    notPlayed.length ? h('details', {}, h('summary', {}, `Not played here (${notPlayed.length})`),
      h('ul', {}, notPlayed.map(line => h('li', {}, visible(line))))) : null,
  ];
}

function line({ kind, name, facts, resource, played, notPlayed }, as) {
  return [
    as ? h('span', { className: 'faint' }, as + ' ') : null,
    h('span', { className: 'kind' }, kind), ' ', h('strong', {}, visible(name)),
    ...facts.map(fact => h('span', { className: 'part' }, ' · ', ...unmaskable(fact))),
    resource && resource !== name ? h('span', { className: 'faint' }, ' · in the program ', h('code', {}, visible(resource))) : null,
    played ? h('span', { className: 'faint' }, ' · here ' + played) : null,
    notPlayed ? h('span', { className: 'refusal' }, ' · not played: ' + visible(notPlayed)) : null,
  ];
}

/** Made when they are asked for: a policy is long. */
function inputs({ id, name, inputs: values }, opened) {
  const details = h('details', {
    open: opened.has(id), ontoggle: () => {
      if (details.open) opened.add(id);
      else opened.delete(id);
      if (details.open && !details.lastChild.textContent) fill(details.lastChild, ...unmaskable(JSON.stringify(values, null, 2)));
    },
  }, h('summary', {}, 'Inputs', h('span', { className: 'unseen' }, ' of ' + name)), h('pre', { tabIndex: 0 }));
  return details;
}

function setting({ key, value, from, description }) {
  const shown = key.startsWith('edgesocket:') ? unmaskable(value) : headerValue({ name: key, value });
  const isDefault = from === 'default' || from === 'not set';
  return Object.assign(h('tr', {},
    h('th', { scope: 'row' }, h('code', {}, visible(key)), h('br'), h('span', { className: 'faint' }, description)),
    h('td', {}, value ? h('code', {}, ...shown) : '–'),
    h('td', { className: isDefault ? 'faint' : '' }, from)),
  { isDefault, hay: [key, value, from, description].join(' ').toLowerCase() });
}
