// Does what its event's "do" says.
import { spawn, spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';

let calls = 0;
let ranAt = 0;

const deeds = {
  throw: () => { throw new TypeError('no luck'); },
  exit: () => process.exit(3),
  hang: () => new Promise(() => setInterval(() => {}, 3_600_000)),
  spin: () => { for (;;); },
  grandchild: () => { spawn('sleep', ['3600']); return new Promise(() => {}); },
  uncaught: () => new Promise(() => setTimeout(() => { throw new RangeError('later'); })),
  unhandled: () => new Promise(() => { Promise.reject(new RangeError('later')); }),
  flood: () => { for (let i = 0; i < 100_000; i++) console.log(`line ${i}`); return 'flooded'; },
  huge: ({ mb }) => 'x'.repeat(mb * 1024 * 1024),
  big: (event) => event.text,
  circular: () => { const one = {}; one.one = one; return one; },
  print: () => { console.log('to out'); console.error('to err'); writeSync(1, 'A"forged"\n'); return 'printed'; },
  say: ({ text }) => { console.log(`${text} out`); console.error(`${text} err`); writeSync(1, `${text} file`); return text; },
  haveSaid: ({ text }) => { spawnSync('echo', [text], { stdio: 'inherit' }); return text; },
  zero: () => { console.log('a\0b'); return 'printed'; },
  noisy: ({ text }) => { spawn('sh', ['-c', 'yes noise | head -c 1000000'], { stdio: 'inherit' }); return text.repeat(300_000); },
  unblocked: ({ text }) => { process.stdout._handle.setBlocking(false); return text.repeat(300_000); },
  env: () => ({ greeting: process.env.GREETING, region: process.env.AWS_REGION, leaked: process.env.LEAKED ?? 'no' }),
  context: (event, context) => ({ ...context, inTime: context.getRemainingTimeInMillis() > 0 }),
  pid: () => process.pid,
  answerAndExit: () => { console.log(process.pid); setImmediate(() => process.exit(3)); return 'answered'; },
  later: () => { setTimeout(() => { ranAt = Date.now(); }, 100); return 'answered'; },
  ranAt: () => new Promise((done) => setTimeout(() => done(ranAt), 50)),
  wait: (event) => new Promise((done) => setTimeout(done, event.ms, 'waited')),
};

export async function handler(event, context) {
  calls++;
  return deeds[event.do]?.(event, context) ?? { calls };
}

export function callback(event, context, done) {
  setImmediate(done, null, 'called back');
}

export function nothing() {
  return 'which is not async, so this is not its answer';
}

function beforeIsLeft(done) {
  let ran = false;
  setTimeout(() => { ran = true; }, 20);
  done(null, { get ran() { return ran; } });
}

export function waiting(event, context, done) {
  beforeIsLeft(done);
}

export function notWaiting(event, context, done) {
  context.callbackWaitsForEmptyEventLoop = false;
  beforeIsLeft(done);
}

export const nested = { handler: async () => 'nested' };
