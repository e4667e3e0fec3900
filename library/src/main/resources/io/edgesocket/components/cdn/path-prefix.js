// CloudFront Function, viewer-request, cloudfront-js-2.0: several WebSocket APIs behind one distribution.
//
// API Gateway has no paths on WebSocket APIs: it answers 403 to /stage/chat. So the prefix by which CloudFront chose
// the API is taken off here, and the handler finds the whole path in x-original-path.

// Filled in when the distribution is built, most specific first. An API that has a path of its own, its stage, takes
// none after it; one that has none, a custom domain, keeps what follows the prefix.
const PREFIXES = [/* prefixes */];

function handler(event) {
  const request = event.request;
  const path = request.uri;

  // On every request, so that no viewer can make it up.
  request.headers['x-original-path'] = { value: path };

  const prefix = PREFIXES.find((candidate) => path === candidate.path || path.startsWith(candidate.path + '/'));
  if (prefix) {
    request.uri = prefix.keepsRest ? path.slice(prefix.path.length) || '/' : '/';
  }
  return request;
}
