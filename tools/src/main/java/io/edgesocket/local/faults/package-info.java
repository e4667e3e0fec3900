/**
 * What is to go wrong on purpose in a local run, as it does on AWS now and then: an integration that is late or fails, a route
 * that is throttled, code at the edge that throws.
 * <pre>{@code
 * faults.set(Fault.parse("delay:send=3000")); // each of the next messages of this route, until it is cleared
 * }</pre>
 */
package io.edgesocket.local.faults;
