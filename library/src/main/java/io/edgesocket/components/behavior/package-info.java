/**
 * How CloudFront treats the requests of a path that is no WebSocket's: what it caches and forwards, which methods it
 * takes, what it adds to answers.
 * <pre>{@code
 * HttpOrigin.existing("https://api.example.com").cachePolicy(ManagedCachePolicy.CACHING_DISABLED)
 * }</pre>
 */
package io.edgesocket.components.behavior;
