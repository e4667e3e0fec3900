/**
 * What happens to each handshake and message: steps and refusals, reported as they happen. A journal writes them for people
 * or for programs.
 * <pre>{@code
 * new Trace(new TextJournal(out, true), clock, requestId).step(Step.ROUTE, () -> "$default");
 * }</pre>
 */
package io.edgesocket.local.journal;
