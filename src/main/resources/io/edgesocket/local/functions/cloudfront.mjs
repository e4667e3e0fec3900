// Calls a handler as CloudFront Functions does: a script that has the language, a console and three modules.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { answer, fail, fatal, onCall, ready } from './channel.mjs';

const MODULES = ['buffer', 'crypto', 'querystring'];
const nodeModule = createRequire(import.meta.url);
const { _HANDLER: file, AWS_LAMBDA_FUNCTION_NAME: name } = process.env;

const script = createContext(
  { console: { log: console.log, error: console.error }, require: builtIn, Buffer, atob, btoa },
  { name, codeGeneration: { strings: false, wasm: false } },
);
const handler = load(readFileSync(file, 'utf8'));
onCall((line) => call(line.slice(line.indexOf(' ', line.indexOf(' ') + 1) + 1)));
ready();

function builtIn(module) {
  if (!MODULES.includes(module)) {
    throw new Error(`there is no module '${module}': CloudFront Functions has ${MODULES.join(', ')}`);
  }
  return nodeModule(`node:${module}`);
}

function load(code) {
  if (/^\s*import\s+\w+\s+from\s+['"]cloudfront['"]/m.test(code)) {
    fatal('NotPlayed', "the module 'cloudfront' (key value stores, origins) is not played", 1);
  }
  try {
    runInContext(code, script, { filename: name });
    const found = runInContext('typeof handler === "function" ? handler : undefined', script);
    return found ?? fatal('FunctionExecutionError', 'the script has no function handler(event)', 1);
  } catch (error) {
    return fatal('FunctionExecutionError', String(error), 1);
  }
}

async function call(event) {
  try {
    answer(JSON.stringify(await handler(JSON.parse(event))) ?? 'null');
  } catch (error) {
    console.error(error);
    fail('FunctionExecutionError', String(error));
  }
}
