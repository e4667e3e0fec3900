// What a runtime and who started it tell each other, a line each: calls come in on file 4, answers go out on file 3.
// Files 1 and 2 are left to the function's own output.
import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

const CALLS = 4;
const ANSWERS = 3;
const NEWLINE = 10;

let calls;

// Ctrl-C reaches every process of the terminal; this one is still called then, and ends with file 4.
process.on('SIGINT', () => {});

/** The first word to say, or else fatal. */
export function ready() {
  send('R', { name: 'Node.js', version: process.versions.node });
}

export function answer(json) {
  write('A' + json + '\n');
}

export function fail(errorType, errorMessage) {
  send('F', { errorType, errorMessage });
}

/** The call fails, or the start does, and the process ends. */
export function fatal(errorType, errorMessage, status) {
  send('X', { errorType, errorMessage });
  process.exit(status);
}

/** One call at a time; the process ends when there can be no more. */
export function onCall(take) {
  let parts = [];
  calls = new Socket({ fd: CALLS, readable: true, writable: false });
  calls.on('end', () => process.exit(0));
  calls.on('data', (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      parts.push(chunk.subarray(start, end));
      const line = parts.length === 1 ? parts[0].toString() : Buffer.concat(parts).toString();
      parts = [];
      start = end + 1;
      take(line);
    }
    if (start < chunk.length) {
      parts.push(chunk.subarray(start));
    }
  });
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
