/**
 * How API Gateway makes one text of another: selection expressions, parameters and Velocity templates, which all read
 * {@code request.body}, {@code context} and {@code stageVariables}. Where those come from is the caller's.
 * <pre>{@code
 * SelectionExpression.parse("$request.body.action").evaluate(variables);
 * }</pre>
 */
package io.edgesocket.local.apigateway.mapping;
