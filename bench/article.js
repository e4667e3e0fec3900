// The stack of the CDK that `plan --stack dev` is compared with: a WebSocket API with four routes, CloudFront in front.
const cdk = require('aws-cdk-lib');
const {WebSocketApi, WebSocketStage} = require('aws-cdk-lib/aws-apigatewayv2');
const {WebSocketLambdaIntegration} = require('aws-cdk-lib/aws-apigatewayv2-integrations');
const {Code, Function, Runtime} = require('aws-cdk-lib/aws-lambda');
const cloudfront = require('aws-cdk-lib/aws-cloudfront');
const {HttpOrigin} = require('aws-cdk-lib/aws-cloudfront-origins');

const app = new cdk.App();
const stack = new cdk.Stack(app, 'dev', {env: {region: 'eu-west-1'}});
const handler = name => ({
  integration: new WebSocketLambdaIntegration(`${name}-integration`, new Function(stack, name, {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async event => ({statusCode: 200, body: event.body});'),
  })),
});
const api = new WebSocketApi(stack, 'chat', {
  connectRouteOptions: handler('connect'),
  disconnectRouteOptions: handler('disconnect'),
  defaultRouteOptions: handler('echo'),
});
api.addRoute('send', handler('send'));
new WebSocketStage(stack, 'stage', {webSocketApi: api, stageName: 'live', autoDeploy: true});
new cloudfront.Distribution(stack, 'cdn', {
  defaultBehavior: {
    origin: new HttpOrigin(`${api.apiId}.execute-api.eu-west-1.amazonaws.com`, {originPath: '/live'}),
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
    originRequestPolicy: new cloudfront.OriginRequestPolicy(stack, 'handshake', {
      headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(
        'Sec-WebSocket-Key', 'Sec-WebSocket-Version', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Extensions'),
      queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
  },
});
app.synth();
