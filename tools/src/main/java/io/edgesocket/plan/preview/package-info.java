/**
 * What Pulumi's own preview says of a stack, read from the JSON that {@code pulumi preview --json} writes: what the provider
 * replaces, and what was changed outside of Pulumi, which a plan without an account can't know.
 * <pre>{@code
 * var preview = PreviewReader.read("dev", json, log);
 * }</pre>
 */
package io.edgesocket.plan.preview;
