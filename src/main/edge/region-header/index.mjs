// Lambda@Edge, origin-request, nodejs22.x: tells the API near which region its client is.
//
// CloudFront runs this in the region nearest to the client and says so in AWS_REGION. It runs after the origin request
// policy, so a header that is set here reaches the origin whatever the policy forwards.

import { readFileSync } from 'node:fs';

// Packed beside this file when the stack is deployed: Lambda@Edge has no environment variables.
const { header } = JSON.parse(readFileSync(new URL('config.json', import.meta.url), 'utf8'));

export async function handler(event) {
  const request = event.Records[0].cf.request;

  // On every request, so that no client can make it up.
  request.headers[header.toLowerCase()] = [{ key: header, value: process.env.AWS_REGION }];
  return request;
}
