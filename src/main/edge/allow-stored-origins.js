// CloudFront Function, viewer-request, cloudfront-js-2.0: lets only your own pages open a WebSocket.
//
// A browser opens one to any site, with the user's cookies, and asks nobody. It does say which page wants it, in Origin,
// and a page can't change that. Programs other than browsers can: this is no authentication.
//
// The pages that may are the keys of the function's key value store, as a browser writes them: https://chat.example.com

import cf from 'cloudfront';

const allowed = cf.kvs();

async function handler(event) {
  const request = event.request;
  const origin = request.headers.origin;

  // Programs need not say where they come from.
  if (!origin || await allowed.exists(origin.value.toLowerCase())) {
    return request;
  }
  return { statusCode: 403, statusDescription: 'Forbidden' };
}
