package io.edgesocket.local.cloudfront;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.apigateway.HandshakeRequest;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** One request at its socket, and the means to answer it. */
record EdgeExchange(
        String requestId,
        Request request,
        Response response,
        Callback callback,
        WebSocketMappings sockets,
        IdleWatch watch,
        Trace trace) {
    EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    Viewer viewer() {
        var peer = (InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress();
        return new Viewer(requestId, peer.getAddress().getHostAddress(), peer.getPort(), isWebSocket(), request);
    }

    private boolean isWebSocket() {
        var headers = request.getHeaders();
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && request.getMethod().equals("GET")
                && headers.contains(HttpHeader.UPGRADE, "websocket")
                && headers.contains(HttpHeader.CONNECTION, "upgrade");
    }

    /** Does a step, on whichever thread it is. If it fails, the viewer gets an answer all the same. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (Throwable mistake) { // every error: nobody else would answer
            fail(mistake);
        }
    }

    void send(Answer answer) {
        try {
            response.getHeaders().add(HttpHeader.VIA, OriginRequestHeaders.VIA).add("X-Amz-Cf-Id", requestId);
            if (!answer.headers().contains("X-Cache")) {
                response.getHeaders().add("X-Cache", (answer.status() < 400 ? "Miss" : "Error") + " from cloudfront");
            }
            answer.send(this);
        } catch (Throwable mistake) { // every error: what the answer holds would be kept for ever
            answer.discard();
            fail(mistake);
        }
    }

    private void fail(Throwable mistake) {
        trace.refused(Step.ANSWER, () -> Refusal.ofMistake(500, Causes.of(mistake)));
        if (response.isCommitted()) {
            callback.failed(mistake);
        } else {
            response.reset();
            CloudFrontPage.of(viewer(), 500, "We can't connect to the server for this app or website at this time.")
                    .send(this);
        }
    }

    void addHeaders(HttpFields headers) {
        response.getHeaders().add(headers);
    }

    /** Puts the handler of a client that an API of this stack has accepted onto the socket. */
    void upgrade(ConnectAnswer.Accepted accepted) {
        if (!sockets.upgrade(
                accepted.negotiator(),
                HandshakeRequest.of(request, accepted),
                response,
                watched(accepted::abandon),
                null)) {
            throw new IllegalStateException("the handshake was accepted, but is none");
        }
    }

    /**
     * After the 101, the connection is watched for silence. If the 101 can't be sent, the origin's end learns that the
     * viewer has left.
     */
    Callback watched(Consumer<Throwable> viewerIsGone) {
        return Callback.from(
                () -> {
                    watch.add(endPoint(), requestId);
                    callback.succeeded();
                },
                failure -> {
                    viewerIsGone.accept(failure);
                    callback.failed(failure);
                });
    }
}
