package io.edgesocket.local.cloudfront;

import org.eclipse.jetty.io.Content;

/**
 * Who asks, and for what kind of answer; the same on the whole way.
 *
 * @param requestId what CloudFront calls the request, in {@code X-Amz-Cf-Id}
 * @param webSocket whether it is a handshake: a GET that asks for an upgrade to {@code websocket}
 */
record Viewer(String requestId, String ip, int port, boolean webSocket, Content.Source body) {}
