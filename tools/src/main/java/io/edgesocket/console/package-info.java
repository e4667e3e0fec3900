/**
 * The console: one page on this machine that shows what {@code --trace json} tells, of a local run or of a recorded file.
 * <pre>{@code
 * var history = new History();
 * try (var console = ConsoleServer.open(8082, history)) {
 *     System.out.println(console.address()); // http://127.0.0.1:8082/#…
 * }
 * }</pre>
 */
package io.edgesocket.console;
