// Posts to the connection that its event came from, at the address that the event names, as handlers in the wild do.
import https from 'node:https';
import { Worker } from 'node:worker_threads';

const authorization =
  'AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=x';

export async function handler(event) {
  const { domainName, stage, connectionId } = event.requestContext;
  const endpoint = `https://${domainName}/${stage}`;
  const url = `${endpoint}/@connections/${encodeURIComponent(connectionId)}`;
  const way = JSON.parse(event.body).by;
  await ways[way](url, `by ${way}`, { endpoint, connectionId, domainName });
  return { statusCode: 200 };
}

const ways = {
  fetch: post,
  'https.request': (url, body) =>
    new Promise((resolve, reject) => {
      https.request(url, { method: 'POST', headers: { authorization } }, (answer) => {
        answer.resume();
        answer.on('end', resolve);
      }).on('error', reject).end(body);
    }),
  worker: (url, body) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(
        `const { workerData: { url, body, authorization } } = require('node:worker_threads');
         fetch(url, { method: 'POST', headers: { authorization }, body }).then((answer) => answer.text());`,
        { eval: true, workerData: { url, body, authorization } });
      worker.on('error', reject);
      worker.on('exit', resolve);
    }),
  'SDK v3': async (url, body, { endpoint, connectionId }) => {
    const sdk = await import('@aws-sdk/client-apigatewaymanagementapi');
    const client = new sdk.ApiGatewayManagementApiClient({ endpoint });
    await client.send(new sdk.PostToConnectionCommand({ ConnectionId: connectionId, Data: body }));
  },
  'SDK v2': async (url, body, { endpoint, connectionId, domainName }) => {
    const { default: sdk } = await import('aws-sdk');
    const client = new sdk.ApiGatewayManagementApi({ endpoint: endpoint.slice('https://'.length) });
    await client.postToConnection({ ConnectionId: connectionId, Data: body }).promise();
  },
};

async function post(url, body) {
  const answer = await fetch(url, { method: 'POST', headers: { authorization }, body });
  if (!answer.ok) throw new Error(await answer.text());
}
