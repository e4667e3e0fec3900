// CloudFront Function, viewer-request, cloudfront-js-2.0: refuses clients from some countries.
//
// CloudFront finds out the country by the client's address, and tells it only where a policy asks for it: list
// CloudFront-Viewer-Country in edgesocket:cdn.headers. Which countries are refused stands in the function's key value
// store, under "countries", as JSON: ["KP", "SY"]; while nothing stands there, nobody is. There is no certainty in an
// address: a VPN has another.

import cf from 'cloudfront';

const store = cf.kvs();

async function handler(event) {
  const request = event.request;
  const country = request.headers['cloudfront-viewer-country'];
  const refused = await store.exists('countries') ? await store.get('countries', { format: 'json' }) : [];

  // An address may be in no country that CloudFront knows.
  if (country && refused.includes(country.value)) {
    return { statusCode: 403, statusDescription: 'Forbidden' };
  }
  return request;
}
