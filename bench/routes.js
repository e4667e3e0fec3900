// The CDK's counterpart of an API with 3 routes to one function.
const cdk = require('aws-cdk-lib');
const {WebSocketApi, WebSocketStage} = require('aws-cdk-lib/aws-apigatewayv2');
const {WebSocketLambdaIntegration} = require('aws-cdk-lib/aws-apigatewayv2-integrations');
const {Code, Function, Runtime} = require('aws-cdk-lib/aws-lambda');

const app = new cdk.App();
const stack = new cdk.Stack(app, 'dev', {env: {region: 'eu-west-1'}});
const echo = new Function(stack, 'echo', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async event => ({statusCode: 200, body: event.body});'),
});
const api = new WebSocketApi(stack, 'chat');
for (const key of ['route0', 'route1', 'route2']) {
  api.addRoute(key, {integration: new WebSocketLambdaIntegration(`${key}-integration`, echo)});
}
new WebSocketStage(stack, 'stage', {webSocketApi: api, stageName: 'live', autoDeploy: true});
app.synth();
