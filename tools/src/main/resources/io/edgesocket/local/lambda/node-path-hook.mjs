// The hook of node-path.cjs, for a Node.js that runs hooks on a thread of their own (before 22.15).
let parents;

export function initialize(urls) {
  parents = urls;
}

export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|:/.test(specifier)) {
      throw error;
    }
    for (const parentURL of parents) {
      try {
        return await next(specifier, { ...context, parentURL });
      } catch {
        // it may be in the next folder
      }
    }
    throw error;
  }
}
