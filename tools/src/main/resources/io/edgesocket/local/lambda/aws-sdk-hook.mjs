// The hook of aws-sdk.cjs, for a Node.js that runs hooks on a thread of their own (before 22.15).
let parentURL;

export function initialize(url) {
  parentURL = url;
}

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^@(aws-sdk|smithy)\//.test(specifier)) {
      throw error;
    }
    return next(specifier, { ...context, parentURL });
  }
}
