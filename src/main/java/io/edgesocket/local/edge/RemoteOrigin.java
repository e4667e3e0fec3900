package io.edgesocket.local.edge;

import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
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

/** An address anywhere as origin, over a connection of its own. A handshake's becomes a tunnel. */
final class RemoteOrigin {
    private final OriginClients clients;

    RemoteOrigin(OriginClients clients) {
        this.clients = clients;
    }

    CompletableFuture<Answer> send(EdgeRequest request, Trace trace) {
        return attempt(request, trace, 1).exceptionally(failure -> {
            var refusal = OriginFailure.explain(request.origin(), failure);
            trace.refused(Step.ORIGIN_REQUEST, () -> refusal);
            return new Answer.Unreached(CloudFrontPage.of(request.viewer(), refusal.status(), refusal.status() == 504
                    ? "The origin did not answer in time."
                    : "CloudFront wasn't able to connect to the origin."), OriginFailure.failoverStatus(failure));
        });
    }

    private CompletableFuture<Answer> attempt(EdgeRequest request, Trace trace, int attempt) {
        var answer = new CompletableFuture<Answer>();
        send(request, answer);
        return attempt == request.origin().attempts() ? answer : answer.exceptionallyCompose(failure -> {
            if (!OriginFailure.isWorthAnotherAttempt(request, failure)) {
                return CompletableFuture.failedFuture(failure);
            }
            trace.step(Step.ORIGIN_REQUEST, () -> "attempt " + (attempt + 1) + " of " + request.origin().attempts()
                    + ", after " + OriginFailure.explain(request.origin(), failure).because());
            return attempt(request, trace, attempt + 1);
        });
    }

    private void send(EdgeRequest request, CompletableFuture<Answer> answer) {
        var origin = request.origin();
        var client = clients.forConnectionTimeout(origin.connectionTimeout());
        var outgoing = client.newRequest(origin.domainName(), origin.port())
                .scheme(origin.https() ? "https" : "http")
                .method(request.method()).path(request.originTarget()).version(HttpVersion.HTTP_1_1)
                .headers(headers -> headers.clear().add(request.headers()))
                .idleTimeout(origin.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        if (request.viewer().webSocket()) {
            outgoing.attribute(HttpUpgrader.Factory.class.getName(),
                    (HttpUpgrader.Factory) version -> new TunnelUpgrader(client, answer));
        } else {
            outgoing.body(new ContentSourceRequestContent(request.viewer().body(), null));
        }
        outgoing.onResponseContentSource((response, content) ->
                answer.complete(new Answer.Page(response.getStatus(), endToEnd(response.getHeaders()), content)));
        outgoing.send(result -> end(result, answer));
    }

    private static void end(Result result, CompletableFuture<Answer> answer) {
        if (result.isFailed()) {
            answer.completeExceptionally(result.getFailure());
        }
    }

    private static HttpFields endToEnd(HttpFields headers) {
        return HttpFields.build(headers).remove(HttpHeader.CONNECTION).remove(HttpHeader.KEEP_ALIVE)
                .remove(HttpHeader.TRANSFER_ENCODING).remove(HttpHeader.UPGRADE).asImmutable();
    }

    /** Turns the connection into the origin's end of a tunnel. */
    private record TunnelUpgrader(HttpClient client, CompletableFuture<Answer> answer) implements HttpUpgrader {
        @Override
        public void prepare(Request request) {
            // everything that the origin is to get stands in the request already
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
