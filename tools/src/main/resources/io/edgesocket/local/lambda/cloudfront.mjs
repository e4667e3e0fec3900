// Calls a handler as CloudFront Functions does: a script that has the language, a console and four modules.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { answer, fail, fatal, ready } from './channel.mjs';
import { cloudFront } from './cloudfront-module.mjs';

const MODULES = ['buffer', 'crypto', 'querystring'];
const nodeModule = createRequire(import.meta.url);
const { _HANDLER: file, AWS_LAMBDA_FUNCTION_NAME: name, KEY_VALUE_STORE: store } = process.env;

// An import, or else a comment or a text, in which what looks like one is none.
const IMPORTS = new RegExp(
  [
    /^[ \t]*import\s+([\w$]+)\s+from\s+(['"])([\w:]+)\2[ \t]*;?/,
    /\/\/.*|\/\*[^]*?\*\//,
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[^])*`/,
  ].map((part) => part.source).join('|'),
  'gm',
);

const script = createContext(
  { console: { log: console.log, error: console.error }, require: builtIn, Buffer, atob, btoa },
  { name, codeGeneration: { strings: false, wasm: false } },
);
const handler = load(readFileSync(file, 'utf8'));
ready((text) => call(text.slice(text.indexOf(' ', text.indexOf(' ') + 1) + 1)));

function builtIn(module) {
  if (module === 'cloudfront') {
    return cloudFront(store && JSON.parse(readFileSync(store, 'utf8')));
  }
  if (!MODULES.includes(module)) {
    throw new Error(`there is no module '${module}': CloudFront Functions has ${MODULES.join(', ')}, cloudfront`);
  }
  return nodeModule(`node:${module}`);
}

/** This is no module here, so what it imports it requires. */
function required(code) {
  return code.replace(IMPORTS, (found, variable, quote, module) =>
    variable ? `const ${variable} = require('${module}');` : found);
}

function load(code) {
  try {
    runInContext(required(code), script, { filename: name });
    const found = runInContext('typeof handler === "function" ? handler : undefined', script);
    return found ?? fatal('FunctionExecutionError', 'the script has no function handler(event)', 1);
  } catch (error) {
    return fatal('FunctionExecutionError', String(error), 1);
  }
}

async function call(json) {
  try {
    const event = JSON.parse(json);
    withMethods(event);
    answer(JSON.stringify(await handler(event)) ?? 'null');
  } catch (error) {
    console.error(error);
    fail('FunctionExecutionError', String(error));
  }
}

/** The query string as it came is told by a method of the request, which JSON can't carry. */
function withMethods({ request }) {
  const raw = request?.rawQueryString;
  if (raw !== undefined) {
    Object.defineProperty(request, 'rawQueryString', { value: () => raw || undefined, enumerable: false });
  }
}
