// What a runtime and who started it tell each other, a line each: calls come in on file 4, answers go out on file 3.
// Files 1 and 2 are left to the function's own output.
import { readSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';

const CALLS = 4;
const ANSWERS = 3;
const NEWLINE = 10;

const CHUNK = 64 * 1024;
const NEVER = new Int32Array(new SharedArrayBuffer(4));
const PATIENCE_MILLISECONDS = 1;

// Output is opened when it is first used, unless it is asked for.
void [process.stdout, process.stderr];
const BEFORE_LOADING = counted(process.getActiveResourcesInfo());

let calls;
let take;
let parts = [];
let busy = false;
let told = '';

// Ctrl-C reaches every process of the terminal; this one is still called then, and ends with file 4.
process.on('SIGINT', () => {});

/** The first word to say, or else fatal. */
export function ready() {
  send('R', { name: 'Node.js', version: process.versions.node });
  ended();
}

export function answer(json) {
  write('A' + json + '\n');
  ended();
}

export function fail(errorType, errorMessage) {
  send('F', { errorType, errorMessage });
  ended();
}

/** The call fails, or the start does, and the process ends. */
export function fatal(errorType, errorMessage, status) {
  send('X', { errorType, errorMessage });
  process.exit(status);
}

/** One call at a time; the process ends when there can be no more. */
export function onCall(handle) {
  take = handle;
  calls = new Socket({ fd: CALLS, readable: true, writable: false });
  calls.on('end', () => process.exit(0));
  calls.on('data', read);
}

function read(chunk) {
  let start = 0;
  for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
    parts.push(chunk.subarray(start, end));
    const line = parts.length === 1 ? parts[0].toString() : Buffer.concat(parts).toString();
    parts = [];
    start = end + 1;
    receive(line);
  }
  if (start < chunk.length) {
    parts.push(chunk.subarray(start));
  }
}

function receive(line) {
  busy = true;
  take(line);
}

/** What the handler has left to do at once is done before; what takes longer waits for the next call. */
function ended() {
  busy = false;
  setImmediate(freeze);
}

/**
 * Lambda freezes a function that has answered until its next call. Here nothing else runs while this waits for one. Where
 * nothing would run, there is nothing to freeze.
 */
function freeze() {
  const left = busy ? [] : leftRunning();
  if (left.length === 0) {
    return;
  }
  if (String(left) !== told) {
    told = String(left);
    send('S', left);
  }
  const chunk = Buffer.alloc(CHUNK);
  while (!busy) {
    const length = readNow(chunk);
    if (length > 0) {
      read(Buffer.from(chunk.subarray(0, length)));
    } else {
      Atomics.wait(NEVER, 0, 0, PATIENCE_MILLISECONDS);
    }
  }
}

/** How many bytes of calls there are; none yet is no error. */
function readNow(chunk) {
  let length = 0;
  try {
    length = readSync(CALLS, chunk);
  } catch (error) {
    if (error.code === 'EAGAIN' || error.code === 'EINTR') {
      return 0;
    }
    throw error;
  }
  return length > 0 ? length : process.exit(0);
}

/** What keeps Node.js going, besides what did before the handler was loaded and the calls: timers, requests, connections. */
function leftRunning() {
  const now = counted(process.getActiveResourcesInfo());
  now.set('PipeWrap', (now.get('PipeWrap') ?? 0) - 1); // the calls
  return [...now]
    .map(([name, count]) => [name, count - (BEFORE_LOADING.get(name) ?? 0)])
    .filter(([name, count]) => name !== 'Immediate' && count > 0)
    .map(([name, count]) => `${count} ${name}`);
}

function counted(names) {
  const counts = new Map();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return counts;
}

/** While a handler has nothing left to wait for but the next call, Node.js says so with beforeExit. */
export function ignoreCalls() {
  calls.unref();
}

export function awaitCalls() {
  calls.ref();
}

function send(tag, message) {
  write(tag + JSON.stringify(message) + '\n');
}

function write(line) {
  let bytes = Buffer.from(line);
  while (bytes.length > 0) {
    bytes = bytes.subarray(writeSync(ANSWERS, bytes));
  }
}
