// CloudFront Function, viewer-request, cloudfront-js-2.0: lets only your own pages open a WebSocket.
//
// A browser opens one to any site, with the user's cookies, and asks nobody. It does say which page wants it, in Origin,
// and a page can't change that. Programs other than browsers can: this is no authentication.

const ALLOWED = ['https://example.com', 'https://chat.example.com'];

function handler(event) {
  const request = event.request;
  const origin = request.headers.origin;

  // Programs need not say where they come from.
  if (!origin || ALLOWED.includes(origin.value.toLowerCase())) {
    return request;
  }
  return { statusCode: 403, statusDescription: 'Forbidden' };
}
