// What a runtime and who started it tell each other. Calls come in on file 4, and before them a mark. Messages go out on file 3,
// the same pipe as files 1 and 2, so that what a function prints before its answer comes before it; the mark tells them apart.
// File 5 has two numbers: of the last call that was begun here of those that were sent ahead, and of the last that is not to be
// begun any more.
import { read, readSync, writeSync } from 'node:fs';

const CALLS = 4;
const ANSWERS = 3;
const RECALL = 5;
/** What a pipe takes at once or not at all: nothing that others print comes in between. */
const PIPE_BUF = process.platform === 'linux' ? 4096 : 512;

const CHUNK = 64 * 1024;
const LENGTH = 4;
const NUMBER = 8;
/** The number of a call that was not sent ahead. */
const NOW = Buffer.alloc(NUMBER);
const recalled = Buffer.alloc(NUMBER);
const NEVER = new Int32Array(new SharedArrayBuffer(4));
const PATIENCE_MILLISECONDS = 1;
const DEBUGGED = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((options) => options.includes('--inspect'));

let buffer = Buffer.allocUnsafe(CHUNK);
let start = 0;
let end = 0;
const MARK = Buffer.from(take(16));
const PART = PIPE_BUF - MARK.length - 1 - LENGTH;

// Output is opened when it is first used, unless it is asked for. As on Lambda, console.log returns when it is written.
for (const output of [process.stdout, process.stderr]) {
  output._handle?.setBlocking?.(true);
}
const BEFORE_LOADING = counted(process.getActiveResourcesInfo());

// A call keeps Node.js going until it is answered, or until who started it is gone.
const PARENT = process.ppid;
const ALIVE = setInterval(() => process.ppid === PARENT || process.exit(0), 1000).unref();

let handle;
let seen = '';
let told = '';

// Ctrl-C reaches every process of the terminal; this one is still called then, and ends with file 4.
process.on('SIGINT', () => {});

/** The first word to say, or else fatal. From then on calls are handled, one at a time. */
export function ready(handleCall) {
  handle = handleCall;
  ALIVE.ref();
  send('R', { name: 'Node.js', version: process.versions.node });
  setImmediate(freeze);
}

/** What the handler has left to do at once is done before the next call; what takes longer waits for it. */
export function answer(json) {
  write('A', json);
  setImmediate(freeze);
}

export function fail(errorType, errorMessage) {
  send('F', { errorType, errorMessage });
  setImmediate(freeze);
}

/** The call fails, or the start does, and the process ends. */
export function fatal(errorType, errorMessage, status) {
  send('X', { errorType, errorMessage });
  process.exit(status);
}

/**
 * Lambda freezes a function that has answered until its next call. Here nothing else runs while this waits for one. A debugger
 * lives in this process: where there is one, nothing is frozen.
 */
function freeze() {
  if (!DEBUGGED) {
    tellLeftRunning();
    thaw();
  } else if (start < end) {
    thaw();
  } else {
    read(CALLS, buffer, 0, buffer.length, null, (error, length) => {
      if (error) {
        throw error;
      }
      received(length);
      thaw();
    });
  }
}

/** What has come for the handler meanwhile, such as the end of a connection, is known before it is called. */
function thaw() {
  const length = take(LENGTH).readUInt32BE();
  const frame = take(length);
  const number = frame.subarray(0, NUMBER);
  if (number.equals(NOW) || claims(number)) {
    setImmediate(handle, frame.toString('utf8', NUMBER));
  } else {
    write('D', '');
    freeze();
  }
}

/**
 * A call that was sent ahead may have been taken back, as the one before it took too long. Who takes it back writes its number before
 * it reads the other, too: both can't miss what the other has written.
 */
function claims(number) {
  writeSync(RECALL, number, 0, NUMBER, 0);
  readSync(RECALL, recalled, 0, NUMBER, NUMBER);
  return number.compare(recalled) > 0;
}

/** So many bytes of calls, once they are there. They are valid until the next are taken. */
function take(length) {
  if (buffer.length - start < length) {
    const larger = length > buffer.length ? Buffer.allocUnsafe(length + CHUNK) : buffer;
    buffer.copy(larger, 0, start, end);
    [buffer, start, end] = [larger, 0, end - start];
  }
  while (end - start < length) {
    received(readNow());
  }
  const from = start;
  start += length;
  const taken = buffer.subarray(from, start);
  if (start === end) {
    start = end = 0;
  }
  return taken;
}

function readNow() {
  try {
    return readSync(CALLS, buffer, end, buffer.length - end, null);
  } catch (error) {
    if (error.code === 'EINTR') {
      return readNow();
    }
    throw error;
  }
}

/** The process ends when there can be no more calls. */
function received(length) {
  end += length > 0 ? length : process.exit(0);
}

function tellLeftRunning() {
  const now = process.getActiveResourcesInfo();
  if (String(now) === seen) {
    return; // to compare costs less than to count
  }
  seen = String(now);
  const left = leftRunning(counted(now));
  if (left.length > 0 && String(left) !== told) {
    told = String(left);
    send('S', left);
  }
}

/** What keeps Node.js going, besides what did before the handler was loaded: timers, requests, connections. */
function leftRunning(now) {
  now.set('Timeout', (now.get('Timeout') ?? 0) - 1); // ALIVE
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
  ALIVE.unref();
}

export function awaitCalls() {
  ALIVE.ref();
}

function send(kind, message) {
  write(kind, JSON.stringify(message));
}

function write(kind, text) {
  let rest = Buffer.from(text);
  for (; rest.length > PART; rest = rest.subarray(PART)) {
    writeAtOnce('+', rest.subarray(0, PART));
  }
  writeAtOnce(kind, rest);
}

function writeAtOnce(kind, part) {
  const frame = Buffer.allocUnsafe(MARK.length + 1 + LENGTH + part.length);
  MARK.copy(frame);
  frame.write(kind, MARK.length);
  frame.writeUInt32BE(part.length, MARK.length + 1);
  part.copy(frame, MARK.length + 1 + LENGTH);
  while (!isWritten(frame)) {
    Atomics.wait(NEVER, 0, 0, PATIENCE_MILLISECONDS);
  }
}

/** A program that the handler has started may have had the pipe refuse what it has no room for. */
function isWritten(frame) {
  try {
    return writeSync(ANSWERS, frame) > 0;
  } catch (error) {
    if (error.code === 'EAGAIN') {
      return false;
    }
    throw error;
  }
}
