/**
 * What this machine's user has for all projects and runs: programs, and folders that are made once.
 *
 * <pre>{@code
 * var npm = SearchPath.of(System.getenv()).find("npm").orElseThrow();
 * var runner = new ProgramRunner(System.getenv());
 * var cache = CacheFolder.of(System.getenv(), "lambda").orElseThrow();
 * var folder = cache.make("node-", "1", Files::exists, beside -> runner.run(List.of(npm + "", "install"), beside));
 * }</pre>
 */
package io.edgesocket.local.machine;
