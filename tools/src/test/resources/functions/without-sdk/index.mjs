import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';

export const handler = async () => String(ApiGatewayManagementApiClient);
