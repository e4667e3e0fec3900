// Makes elements. Text is always text: nothing that came over the wire is ever read as HTML.

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && key !== 'list' && key !== 'role') element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

/** Has these children and no others. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

/**
 * Has these children and no others. One that it has already stays in its place: what is read there doesn't move. The rest is
 * replaced only if it reads otherwise, so that focus stays.
 */
export function refill(element, parts) {
  const wanted = parts.filter(Boolean);
  const kept = wanted.find(part => part.parentElement === element);
  if (!kept) {
    fill(element, ...wanted);
    return;
  }
  const others = [...element.children].filter(child => child !== kept);
  const next = wanted.filter(part => part !== kept);
  const text = nodes => nodes.map(node => node.textContent).join('\n');
  if (text(others) === text(next)) return;
  others.forEach(other => other.remove());
  next.forEach(part => kept.before(part));
}

/** Sets a text only if it is another one: each change costs a layout. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Lets a parent have one child for each item, in this order, and keeps those that it has: focus and selection stay. */
export function keyed(parent, items, keyOf, make, update) {
  const had = parent.rowsByKey ?? (parent.rowsByKey = new Map());
  const wanted = new Set(items.map(keyOf));
  for (const [key, row] of had) {
    if (!wanted.has(key)) {
      row.remove();
      had.delete(key);
    }
  }
  let at = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let row = had.get(key);
    if (!row) {
      row = make(item);
      had.set(key, row);
    }
    update(row, item);
    if (row === at) at = at.nextElementSibling;
    else parent.insertBefore(row, at);
  }
}

export async function copy(text, button) {
  await navigator.clipboard.writeText(text);
  const said = button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = said; }, 1500);
}

export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Characters that move the cursor, change the direction or can't be seen, as their numbers. */
export function visible(text) {
  return text.replace(UNSEEN, character => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'));
}

// As text.SecretHeaders has them, which a test holds this to.
const SECRET_NAME = /authorization|cookie|token|secret|passw|key|credential|session|signature|jwt|assertion/i;
const HANDSHAKE = /^sec-websocket-/i;
const IN_TEXT = new RegExp([
  /\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-…]+)?/.source, // a JSON Web Token
  /(?<=[?&](?:[\w-]*(?:token|key|secret|password|auth|session|sig)[\w-]*|code)=)[^&#\s"\\]+/.source,
  // A text of JSON, to its end: also in JSON that is a text itself, whose quotes have backslashes before them.
  /(?<=\1"[\w-]*(?:token|secret|password|api_?key|authorization|cookie)[\w-]*\1"\s*:\s*(\\*)")[^]*?(?=(?<!\\)\1"|$)/.source,
  /(?<=\bBearer )[^\s"\\]+/.source,
].join('|'), 'gi');
const DOTS = '••••••';

/** A text in pieces: what lets somebody in is hidden until asked for. */
function pieces(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(IN_TEXT)) {
    found.push({ text: text.slice(at, match.index) }, { text: match[0], secret: true });
    at = match.index + match[0].length;
  }
  found.push({ text: text.slice(at) });
  return found.filter(piece => piece.text);
}

/** For lists and files: dots in the place of secrets. */
export function masked(text) {
  return visible(pieces(text).map(piece => (piece.secret ? DOTS : piece.text)).join(''));
}

/** For files of events: as it came, but for secrets. */
export function withoutSecrets(text) {
  return pieces(text).map(piece => (piece.secret ? '…' : piece.text)).join('');
}

/** For details: a press shows what the dots stand for. */
export function unmaskable(text) {
  return pieces(text).map(piece => (piece.secret ? dots(piece.text) : visible(piece.text)));
}

function dots(secret) {
  return h('button', {
    className: 'secret', type: 'button', 'aria-label': 'Show the hidden value', title: 'Show the hidden value',
    onclick: event => event.currentTarget.replaceWith(h('span', { className: 'shown' }, visible(secret))),
  }, DOTS);
}

export function isSecretHeader(name, value) {
  return SECRET_NAME.test(name) && !HANDSHAKE.test(name) || name.toLowerCase() === 'sec-websocket-protocol' && value.length >= 24;
}

/** Lines of "Name: value", as details of events have them. */
export function headersOf(lines) {
  return (lines ?? '').split('\n').filter(Boolean).map(line => {
    const colon = line.indexOf(': ');
    return { name: line.slice(0, colon), value: line.slice(colon + 2) };
  });
}

export function headerValue({ name, value }, alwaysSecret) {
  return alwaysSecret || isSecretHeader(name, value) ? [dots(value)] : unmaskable(value);
}
