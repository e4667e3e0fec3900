// Reads the events of the console, and connects again after a break: what came meanwhile is sent then, and nothing twice.

const RETRY_MILLIS = 1000;
const SILENCE_MILLIS = 15_000; // the server says something each 5 seconds

/** @param on.about a run and where it listens; on.events(events, missed); on.link(state, text) */
export async function read(token, on) {
  let last = '';
  let run = '';
  for (;;) {
    try {
      const ended = new AbortController();
      const response = await fetch('events', {
        headers: { 'X-Console-Token': token, ...(last && { 'Last-Event-ID': last }) }, signal: ended.signal,
      });
      if (response.status === 401) {
        on.link('refused', (await response.text()).trim());
        return;
      }
      if (!response.ok) throw new Error((await response.text()).trim());
      await messages(response.body.getReader(), ended, message => {
        if (message.event === 'about') {
          const about = JSON.parse(message.data);
          if (run && about.run !== run) { // another run, whose events are counted anew
            last = '';
            ended.abort();
          }
          run = about.run;
          on.about(about);
          on.link('live', about.recorded ? 'recorded' : 'live');
        } else {
          const { events, missed } = JSON.parse(message.data);
          last = message.id;
          on.events(events, missed);
        }
      });
      on.link('lost', 'connecting again');
    } catch (broken) {
      on.link('lost', 'connecting again: ' + broken.message);
    }
    await new Promise(done => setTimeout(done, RETRY_MILLIS));
  }
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html: what this server sends of it. */
async function messages(reader, ended, take) {
  const decoder = new TextDecoder();
  let parts = [];
  let silence;
  for (;;) {
    clearTimeout(silence);
    silence = setTimeout(() => ended.abort(), SILENCE_MILLIS);
    const { value, done } = await reader.read();
    if (done) break;
    const text = decoder.decode(value, { stream: true });
    parts.push(text);
    if (!text.endsWith('\n\n')) continue;
    const blocks = parts.join('').split('\n\n');
    parts = [];
    for (const block of blocks) {
      const message = {};
      for (const line of block.split('\n')) {
        const colon = line.indexOf(': ');
        if (colon > 0) message[line.slice(0, colon)] = line.slice(colon + 2);
      }
      if (message.data) take(message);
    }
  }
  clearTimeout(silence);
}
