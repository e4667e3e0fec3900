package io.edgesocket.local.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.edgesocket.local.gateway.ConnectAnswer;
import io.edgesocket.local.gateway.stage.ConnectRequest;
import io.edgesocket.local.gateway.stage.Header;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.websocket.core.CloseStatus;

/** An API of this stack as origin: API Gateway answers without a socket between. */
final class ApiOrigin {
    private static final String WEBSOCKETS = CloudFrontGuide.page("distribution-working-with.websockets");

    /** From where CloudFront speaks to API Gateway; the viewer's own address is in X-Forwarded-For. */
    private static final String CLOUDFRONT = "127.0.0.1";

    private final StackApis apis;

    ApiOrigin(StackApis apis) {
        this.apis = apis;
    }

    boolean has(OriginTarget origin) {
        return apis.has(origin.domainName());
    }

    /** One attempt; fails if there is no answer within the read timeout. */
    CompletableFuture<Answer> send(EdgeRequest request, Trace trace) {
        var host = new HostPort(request.headers().get(HttpHeader.HOST)).getHost();
        if (!apis.has(host)) {
            trace.refused(Step.STAGE, () -> new Refusal(403, "the viewer's Host reached API Gateway",
                    "remove Host from the origin request policy (WebSocketCdn.headers)", WEBSOCKETS));
            return CompletableFuture.completedFuture(json(403, "{\"message\":\"Forbidden\"}"));
        }
        if (request.viewer().webSocket() && !isHandshake(request.headers())) {
            trace.refused(Step.STAGE, () -> new Refusal(400,
                    "the handshake reached API Gateway without Sec-WebSocket-Key and Sec-WebSocket-Version: 13",
                    "forward both in the origin request policy: CloudFront passes on none of a handshake's headers "
                            + "by itself", WEBSOCKETS));
            return CompletableFuture.completedFuture(json(400, "{\"message\":\"Bad Request\"}"));
        }
        var answer = apis.connect(new ConnectRequest(request.method(), host, request.origin().path() + request.path(),
                request.query(), headers(request.headers()), CLOUDFRONT));
        return within(request.origin().readTimeout(), answer).thenApply(ApiOrigin::answer);
    }

    /** API Gateway isn't told that CloudFront waits no longer: it connects a client that is gone. */
    private static CompletableFuture<ConnectAnswer> within(Duration limit, CompletableFuture<ConnectAnswer> answer) {
        var inTime = new CompletableFuture<ConnectAnswer>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        answer.thenAccept(answered -> {
            if (!inTime.complete(answered) && answered instanceof ConnectAnswer.Accepted late) {
                late.frames().onClosed(CloseStatus.NO_CLOSE_STATUS, Callback.NOOP);
            }
        });
        return inTime;
    }

    private static boolean isHandshake(HttpFields headers) {
        return headers.contains(HttpHeader.SEC_WEBSOCKET_KEY)
                && "13".equals(headers.get(HttpHeader.SEC_WEBSOCKET_VERSION));
    }

    private static List<Header> headers(HttpFields headers) {
        return headers.stream().map(header -> new Header(header.getName(), header.getValue())).toList();
    }

    private static Answer answer(ConnectAnswer answer) {
        if (answer instanceof ConnectAnswer.Accepted accepted) {
            return new Answer.Frames(fields(accepted.headers()), accepted.subprotocol(), accepted.frames(),
                    accepted.limits());
        }
        var refused = (ConnectAnswer.Refused) answer;
        return page(refused.status(), fields(refused.headers()), refused.bytes());
    }

    private static HttpFields fields(List<Header> headers) {
        var fields = HttpFields.build();
        headers.forEach(header -> fields.add(header.name(), header.value()));
        return fields;
    }

    private static Answer json(int status, String body) {
        return page(status, HttpFields.build().put(HttpHeader.CONTENT_TYPE, "application/json"), body.getBytes(UTF_8));
    }

    private static Answer page(int status, HttpFields headers, byte[] body) {
        return new Answer.Page(status, HttpFields.build(headers).put(HttpHeader.CONTENT_LENGTH, body.length),
                Content.Source.from(ByteBuffer.wrap(body)));
    }
}
