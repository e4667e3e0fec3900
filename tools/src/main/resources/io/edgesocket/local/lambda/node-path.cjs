// Lambda's Node.js finds the packages of layers by NODE_PATH, also those that are imported. Node.js itself does so for
// require() alone: this has import look there last. Loaded before the handler.
// https://aws.amazon.com/blogs/compute/node-js-18-x-runtime-now-available-in-aws-lambda/
const module_ = require('node:module');
const { delimiter, dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');

const parents = (process.env.NODE_PATH ?? '')
  .split(delimiter)
  .filter((folder) => folder.endsWith('node_modules'))
  .map((folder) => pathToFileURL(join(dirname(folder), 'any.mjs')).href);

if (module_.registerHooks) {
  module_.registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        if (error.code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|:/.test(specifier)) {
          throw error;
        }
        for (const parentURL of parents) {
          try {
            return next(specifier, { ...context, parentURL });
          } catch {
            // it may be in the next folder
          }
        }
        throw error;
      }
    },
  });
} else {
  module_.register(pathToFileURL(join(__dirname, 'node-path-hook.mjs')), { data: parents });
}
