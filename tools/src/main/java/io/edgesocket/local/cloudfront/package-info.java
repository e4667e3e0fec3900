/**
 * CloudFront on localhost: the distributions of a stack, with their behaviors, policies, edge functions and origins. It
 * speaks plain {@code ws://} and {@code http://} unless it is given a certificate; that counts as the TLS connection that
 * a viewer would have.
 * The package is large because a wall in it would make its insides public.
 * <pre>{@code
 * try (var edge = Edge.start(stack, apis, EdgeFunctions.NONE, Journal.NONE, Clock.systemUTC(), address)) {
 *     edge.notPlayed().forEach(System.out::println);
 * }
 * }</pre>
 */
package io.edgesocket.local.cloudfront;
