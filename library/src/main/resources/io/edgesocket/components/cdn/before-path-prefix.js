// CloudFront Function, viewer-request, cloudfront-js-2.0: a function of your own, then path-prefix.js. An event takes one
// function, so this is both. What stands in comments like these is filled in when the distribution is built.
/* imports */

// Each has a scope of its own, so no name in one can clash with a name in the other.
const yours = (function () {
/* yours */
return handler;
})();

const takePrefixOff = (function () {
/* path-prefix.js */
return handler;
})();

async function handler(event) {
  const asked = event.request.uri;
  const result = await yours(event);

  // An answer is given as it is; and what is neither an answer nor a request is CloudFront's to refuse.
  if (!result || !result.uri || !result.headers) {
    return result;
  }
  event.request = result;
  const request = takePrefixOff(event);

  // The path that the client asked for, whatever yours made of it.
  request.headers['x-original-path'] = { value: asked };
  return request;
}
