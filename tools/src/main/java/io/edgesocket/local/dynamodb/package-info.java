/**
 * DynamoDB on this machine: the tables of a stack, in memory, for what functions do with a table of connections. They find it
 * as every AWS SDK finds DynamoDB elsewhere, by {@code AWS_ENDPOINT_URL_DYNAMODB}.
 * <pre>{@code
 * try (var dynamoDb = DynamoDb.start(RegisteredTables.of(stack))) {
 *     variables.put(DynamoDb.ENDPOINT_VARIABLE, dynamoDb.address().toString());
 * }
 * }</pre>
 */
package io.edgesocket.local.dynamodb;
