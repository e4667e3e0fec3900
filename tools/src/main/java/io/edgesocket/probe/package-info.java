/**
 * Checks a live address as its clients see it, without an account. Each check says what it expects and who says so, what it
 * saw, and for a failure the likely cause and the change that mends it.
 *
 * <pre>{@code
 * var findings = Probe.run(Target.of(URI.create("wss://chat.example.com")), client);
 * System.out.print(FindingsText.render(findings, 100, false, false));
 * }</pre>
 */
package io.edgesocket.probe;
