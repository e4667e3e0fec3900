package io.edgesocket.local.cloudfront;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.ContentSourceRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/** Any other address as origin, over a connection of its own. After a handshake, the connection becomes a tunnel. */
final class RemoteOrigin {
    private final OriginClients clients;

    RemoteOrigin(OriginClients clients) {
        this.clients = clients;
    }

    /** One attempt; fails if there is no connection, or no answer within the read timeout. */
    CompletableFuture<Answer> send(EdgeRequest request) {
        var answer = new CompletableFuture<Answer>();
        var origin = request.origin();
        var client = clients.forConnectionTimeout(origin.connectionTimeout());
        var outgoing = client.newRequest(origin.domainName(), origin.port())
                .scheme(origin.https() ? "https" : "http")
                .method(request.method())
                .path(request.originTarget())
                .version(HttpVersion.HTTP_1_1)
                .headers(headers -> headers.clear().add(request.headers()))
                .idleTimeout(origin.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        if (request.viewer().webSocket()) {
            outgoing.attribute(HttpUpgrader.Factory.class.getName(), (HttpUpgrader.Factory)
                    version -> new TunnelUpgrader(client, answer));
        } else {
            outgoing.body(new ContentSourceRequestContent(request.viewer().body(), null));
        }
        outgoing.onResponseContentSource((response, content) ->
                answer.complete(new Answer.Page(response.getStatus(), endToEnd(response.getHeaders()), content)));
        outgoing.send(result -> end(result, answer));
        return answer;
    }

    private static void end(Result result, CompletableFuture<Answer> answer) {
        if (result.isFailed()) {
            answer.completeExceptionally(result.getFailure());
        }
    }

    private static HttpFields endToEnd(HttpFields headers) {
        return HttpFields.build(headers)
                .remove(HttpHeader.CONNECTION)
                .remove(HttpHeader.KEEP_ALIVE)
                .remove(HttpHeader.TRANSFER_ENCODING)
                .remove(HttpHeader.UPGRADE)
                .asImmutable();
    }

    /** Turns the connection into the origin's end of a tunnel. */
    private record TunnelUpgrader(HttpClient client, CompletableFuture<Answer> answer) implements HttpUpgrader {
        @Override
        public void prepare(Request request) {
            // the request already has all headers for the origin
        }

        @Override
        public void upgrade(Response response, EndPoint origin, Callback callback) {
            var pipe = new Pipe(origin, client.getExecutor(), client.getByteBufferPool());
            origin.upgrade(pipe);
            callback.succeeded();
            answer.complete(new Answer.Bytes(response.getHeaders(), pipe));
        }
    }
}
