/**
 * Functions of AWS Lambda and Lambda@Edge, each with its role, its rights and its log group. What they run is a
 * {@code FunctionCode}: a Java handler, a folder of JavaScript or Python, or a container image.
 * <pre>{@code
 * var echo = LambdaFunctionArgs.builder().code(FunctionCode.java(EchoHandler.class)).build();
 * }</pre>
 */
package io.edgesocket.components.functions;
