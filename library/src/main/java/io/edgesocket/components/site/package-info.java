/**
 * A private bucket with the files of a site, which a {@code WebSocketCdn} shows.
 * <pre>{@code
 * var site = new SiteBucket("site", SiteBucketArgs.builder().folder(Path.of("site")).build());
 * }</pre>
 */
package io.edgesocket.components.site;
