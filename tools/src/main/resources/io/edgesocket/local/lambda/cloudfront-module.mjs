// The module cloudfront of CloudFront Functions, as far as it is played: the key value store, and where it runs.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-custom-methods.html

const FORMATS = {
  string: (text) => text,
  json: (text) => JSON.parse(text),
  bytes: (text) => Buffer.from(text),
};

/** @param entries what the function's store holds; undefined if it has none */
export function cloudFront(entries) {
  const played = {
    kvs: () => keyValueStore(entries),
    edgeLocation: { name: 'XXX', serverIp: '127.0.0.1', region: 'us-east-1' },
    logCustomData: (text) => console.log(text),
  };
  return new Proxy(played, {
    get: (module, name) => module[name] ?? (() => {
      throw new Error(`cf.${String(name)} is not played: of the module cloudfront, ${Object.keys(played).join(', ')} are`);
    }),
  });
}

/** Whichever store it asks for: a function has one. */
function keyValueStore(entries) {
  if (!entries) {
    throw new Error('cf.kvs(): no key value store is associated with this function');
  }
  const values = new Map(Object.entries(entries));
  const created = new Date().toISOString();
  return {
    async get(key, { format = 'string' } = {}) {
      if (!values.has(key)) {
        throw new Error(`KeyNotFound: there is no key '${key}' in the store`);
      }
      if (!FORMATS[format]) {
        throw new Error(`there is no format '${format}': ${Object.keys(FORMATS).join(', ')}`);
      }
      return FORMATS[format](values.get(key));
    },
    exists: async (key) => values.has(key),
    count: async () => values.size,
    meta: async () => ({ creationDateTime: created, lastUpdatedDateTime: created, keyCount: values.size }),
  };
}
