/**
 * Folders of this machine's user that are made once, for all projects and runs.
 *
 * <pre>{@code
 * var cache = CacheFolder.of(System.getenv(), "lambda").orElseThrow();
 * var folder = cache.make("node-", "1", Files::exists, beside -> npm.run(List.of("npm", "install"), beside));
 * }</pre>
 */
package io.edgesocket.local.cache;
