/**
 * A web ACL of AWS WAF for a distribution: AWS's managed rules and a limit for each address. A {@code WebSocketCdn} makes
 * it by itself when it is given the arguments.
 * <pre>{@code
 * cdn.webAcl(ManagedWebAclArgs.builder().rateLimit(2_000).usEast1(usEast1).build());
 * }</pre>
 */
package io.edgesocket.components.waf;
