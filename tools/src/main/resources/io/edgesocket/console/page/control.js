// What the page asks the local run to do. Each request has the token, in a header that no other page can send.

const token = () => location.hash.slice(1);

/** @return what the run says; throws an Error with a sentence for a person */
export const ask = command => request('control', command);

/** @return the stack that is played: its graph, its settings, and what the last change made different */
export const askStack = () => request('stack');

async function request(path, command) {
  const response = await fetch(path, {
    method: command ? 'POST' : 'GET',
    headers: { 'X-Console-Token': token(), ...(command && { 'Content-Type': 'application/json' }) },
    ...(command && { body: JSON.stringify(command) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim() || response.statusText);
  return JSON.parse(text);
}
