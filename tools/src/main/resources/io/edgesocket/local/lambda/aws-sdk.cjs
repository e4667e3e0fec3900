// Lambda's Node.js has the AWS SDK, for code that has none of its own. Here it is in a folder of this machine, and is looked
// for there last. NODE_PATH, which Lambda has too, does that for require(); import needs a hook. Loaded before the handler.
const { readFileSync } = require('node:fs');
const module_ = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const { folder } = JSON.parse(readFileSync(join(__dirname, 'aws-sdk.json'), 'utf8'));
const parentURL = pathToFileURL(join(folder, 'any.mjs')).href;

if (module_.registerHooks) {
  module_.registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context);
      } catch (error) {
        if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^@(aws-sdk|smithy)\//.test(specifier)) {
          throw error;
        }
        return next(specifier, { ...context, parentURL });
      }
    },
  });
} else {
  module_.register(pathToFileURL(join(__dirname, 'aws-sdk-hook.mjs')), { data: parentURL });
}
