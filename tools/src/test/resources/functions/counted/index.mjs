// Writes down each call that it runs, does what its event's "do" says, and answers with the event.
import { appendFileSync } from 'node:fs';

const deeds = {
  say: ({ id }) => console.log(id),
  throw: () => { throw new TypeError('no luck'); },
  exit: () => process.exit(3),
  spin: ({ ms }) => { for (const end = Date.now() + ms; Date.now() < end;); },
  wait: ({ ms }) => new Promise((done) => setTimeout(done, ms)),
};

export async function handler(event) {
  appendFileSync(process.env.RUNS, `${event.id}\n`);
  await deeds[event.do]?.(event);
  return event;
}
