package io.edgesocket.local.cloudfront;

import org.eclipse.jetty.io.Content;

/**
 * The client of a request, and what it asks for. It stays the same in all steps.
 *
 * @param requestId what CloudFront calls the request, in {@code X-Amz-Cf-Id}
 * @param webSocket whether it is a handshake: a GET that asks for an upgrade to {@code websocket}
 */
record Viewer(String requestId, String ip, int port, boolean webSocket, Content.Source body) {}
