/**
 * What a local run and a probe both know of CloudFront.
 *
 * <pre>{@code
 * PathPattern.of("/orders/*").matches("/orders/7");
 * }</pre>
 */
package io.edgesocket.cloudfront;
