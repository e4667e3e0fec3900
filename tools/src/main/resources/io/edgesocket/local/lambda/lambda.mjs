// Calls a handler as Lambda's Node.js runtime does.
// https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer, awaitCalls, fail, fatal, ignoreCalls, ready } from './channel.mjs';

const env = { ...process.env }; // to read a variable from the process takes half a microsecond
const { _HANDLER: name, LAMBDA_TASK_ROOT: root } = env;
const handler = await load();
let current = {};

process.on('uncaughtException', (error) => end(error.name, error, 129));
process.on('unhandledRejection', (reason) => end('Runtime.UnhandledPromiseRejection', reason, 128));
process.on('beforeExit', () => current.waiting && succeed(current, current.result));
ready(call);

async function load() {
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  const module = name.slice(0, dot);
  const file = ['', '.js', '.mjs', '.cjs'].map((ending) => `${root}/${module}${ending}`).find(isFile);
  if (!file) {
    fatal('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`, 1);
  }
  tellOldBuild(file);
  const exported = await import(pathToFileURL(file)).catch(endLoading);
  const found = member(exported, name.slice(dot + 1)) ?? member(exported.default, name.slice(dot + 1));
  if (typeof found !== 'function') {
    const is = found === undefined ? 'undefined or not exported' : 'not a function';
    fatal('Runtime.HandlerNotFound', `${name} is ${is}`, 1);
  }
  return found;
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Lambda runs no TypeScript: as there, what was built of it is played, be it old. */
function tellOldBuild(file) {
  const source = file.replace(/js$/, 'ts');
  if (source !== file && isFile(source) && statSync(source).mtimeMs > statSync(file).mtimeMs) {
    console.error(`${basename(source)} was saved after ${basename(file)}, which is played and deployed: build it again`);
  }
}

function member(value, path) {
  return path.split('.').reduce((owner, key) => owner?.[key], value);
}

function endLoading(error) {
  console.error(error);
  if (error instanceof SyntaxError) {
    fatal('Runtime.UserCodeSyntaxError', String(error), 1);
  }
  hint(String(error));
  const missing = error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND';
  fatal(missing ? 'Runtime.ImportModuleError' : error.name ?? 'Error', missing ? String(error) : messageOf(error), 1);
}

/** Lambda's own runtimes have the AWS SDK; here it is found like any other package. */
function hint(message) {
  const sdk = message.match(/Cannot find (?:package|module) '(@aws-sdk\/[^'/]+)/);
  if (sdk) {
    console.error(`Lambda has ${sdk[1]}, and there is none here. To have it: npm install --prefix ${root} ${sdk[1]}`);
  }
}

/** @param text its id, when it has to be answered, and the event, with blanks between */
function call(text) {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  const one = { waiting: false, over: false, result: null };
  current = one;
  try {
    const event = JSON.parse(text.slice(second + 1));
    const context = new Context(one, text.slice(0, first), Number(text.slice(first + 1, second)));
    const result = handler(event, context, (error, value) => callback(one, context, error, value));
    if (typeof result?.then === 'function') {
      result.then((value) => succeed(one, value), (error) => refuse(one, error));
    } else if (!one.over) {
      one.waiting = true; // what a handler that is not async returns is not its answer
      ignoreCalls();
    }
  } catch (error) {
    refuse(one, error);
  }
}

/** Unless the handler says otherwise, the answer waits until nothing is left to do. */
function callback(one, context, error, value) {
  if (error) {
    refuse(one, error);
  } else if (context.callbackWaitsForEmptyEventLoop) {
    one.result = value;
  } else {
    succeed(one, value);
  }
}

function succeed(one, value) {
  if (finish(one)) {
    try {
      answer(JSON.stringify(value) ?? 'null');
    } catch (error) {
      fail('Runtime.UnserializableResponse', `Unable to stringify response body: ${messageOf(error)}`);
    }
  }
}

function refuse(one, error) {
  if (finish(one)) {
    console.error(error);
    fail(error?.name ?? typeof error, messageOf(error));
  }
}

/** Whether this is the first end of it. */
function finish(one) {
  const first = !one.over;
  one.over = true;
  if (one.waiting) {
    one.waiting = false;
    awaitCalls();
  }
  return first;
}

function end(type, error, status) {
  console.error(error);
  fatal(type, type.startsWith('Runtime.') ? String(error) : messageOf(error), status);
}

function messageOf(error) {
  return String(error?.message ?? error);
}

class Context {
  #deadline;

  constructor(one, requestId, deadline) {
    this.#deadline = deadline;
    this.awsRequestId = requestId;
    this.functionName = env.AWS_LAMBDA_FUNCTION_NAME;
    this.functionVersion = env.AWS_LAMBDA_FUNCTION_VERSION;
    this.invokedFunctionArn = `arn:aws:lambda:${env.AWS_REGION}:000000000000:function:${env.AWS_LAMBDA_FUNCTION_NAME}`;
    this.memoryLimitInMB = env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE;
    this.logGroupName = env.AWS_LAMBDA_LOG_GROUP_NAME;
    this.logStreamName = env.AWS_LAMBDA_LOG_STREAM_NAME;
    this.callbackWaitsForEmptyEventLoop = true;
    this.done = (error, value) => (error ? refuse(one, error) : succeed(one, value));
    this.succeed = (value) => succeed(one, value);
    this.fail = (error) => refuse(one, error);
  }

  getRemainingTimeInMillis() {
    return Math.max(0, this.#deadline - Date.now());
  }
}
