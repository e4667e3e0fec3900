/**
 * A function's code: the files that would be deployed, as Lambda has them in {@code /var/task}, and a class loader for those
 * in Java. It notices when the files change.
 * <pre>{@code
 * var code = new DeployedCode(archive, List.of(), project, staging, new CodeLock(), DeployedCode.WATCH_PERIOD);
 * code.classLoader().loadClass("com.example.Chat");
 * }</pre>
 */
package io.edgesocket.local.lambda.code;
