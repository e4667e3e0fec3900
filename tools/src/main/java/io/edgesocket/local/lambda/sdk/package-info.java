/**
 * The AWS SDKs that Lambda's own runtimes have. A handler that imports one, and has none in its folder, finds it here too.
 *
 * <pre>{@code
 * var sdks = AwsSdks.of(System.getenv(), System.out::println);
 * Optional<Path> folder = sdks.node(npm, Set.of("@aws-sdk/client-dynamodb"));
 * }</pre>
 */
package io.edgesocket.local.lambda.sdk;
