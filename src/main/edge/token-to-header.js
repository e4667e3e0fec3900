// CloudFront Function, viewer-request, cloudfront-js-2.0: moves a token from the query string to a header.
//
// A browser can set no header on a WebSocket, so its token comes as ?token=…. From here on it is X-Token: it is in no
// query string that the API sees or logs. List X-Token in edgesocket:cdn.headers, or it stays behind. It can't be
// Authorization: CloudFront takes that in no origin request policy.

function handler(event) {
  const request = event.request;
  const token = request.querystring.token;

  if (token) {
    request.headers['x-token'] = { value: token.value };
    delete request.querystring.token;
  }
  return request;
}
