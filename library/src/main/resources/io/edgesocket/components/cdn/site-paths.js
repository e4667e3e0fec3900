// CloudFront Function, viewer-request, cloudfront-js-2.0: the paths of sites in private buckets.
//
// S3 knows files alone. What is asked for by a site's own path gets its root object, and in a single-page application so
// does every path whose last part has no dot: the application finds its way by the address that the browser shows. Pages
// for errors and a default root object would do that too, but CloudFront has them once for a distribution: the ones would
// hide a WebSocket API's 403, the other might take the place of its path.

// Filled in when the distribution is built, most specific first. The default has the path ''.
const SITES = [/* sites */];

function handler(event) {
  const request = event.request;
  const path = request.uri;

  const site = SITES.find((candidate) => path === candidate.path || path.startsWith(candidate.path + '/'));
  if (site) {
    const rest = path.slice(site.path.length);
    const isFile = path.slice(path.lastIndexOf('/') + 1).includes('.');
    if (rest === '' || rest === '/' || (site.singlePage && !isFile)) {
      request.uri = site.path + '/' + site.rootObject;
    }
  }
  return request;
}
