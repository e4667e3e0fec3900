package io.edgesocket.local.cloudfront;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.Header;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.HostPort;

/** An API of this stack as origin: API Gateway answers without a socket between. */
final class ApiOrigin {
    /** CloudFront's address as API Gateway sees it; the viewer's own address is in X-Forwarded-For. */
    private static final String CLOUDFRONT = "127.0.0.1";

    private final StackApis apis;

    ApiOrigin(StackApis apis) {
        this.apis = apis;
    }

    boolean has(OriginTarget origin) {
        return apis.has(origin.domainName());
    }

    /** One attempt; fails if there is no answer within the read timeout. */
    CompletableFuture<Answer> send(EdgeRequest request) {
        var answer = apis.connect(new ConnectRequest(
                request.method(),
                host(request.headers().get(HttpHeader.HOST)),
                request.origin().path() + request.path(),
                request.query(),
                headers(request.headers()),
                CLOUDFRONT));
        return within(request.origin().readTimeout(), answer).thenApply(ApiOrigin::answer);
    }

    /** Without its port. Code at the edge may have made it anything. */
    private static String host(String header) {
        try {
            return new HostPort(header).getHost();
        } catch (IllegalArgumentException wrong) {
            return header;
        }
    }

    /** After the limit, API Gateway still answers. If it accepts the client, that connection is closed at once. */
    private static CompletableFuture<ConnectAnswer> within(Duration limit, CompletableFuture<ConnectAnswer> answer) {
        var inTime = new CompletableFuture<ConnectAnswer>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        answer.whenComplete((answered, failure) -> {
            if (failure != null) {
                inTime.completeExceptionally(failure);
            } else if (!inTime.complete(answered) && answered instanceof ConnectAnswer.Accepted late) {
                late.abandon(new TimeoutException("CloudFront had no answer in time"));
            }
        });
        return inTime;
    }

    private static List<Header> headers(HttpFields headers) {
        return headers.stream()
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
    }

    private static Answer answer(ConnectAnswer answer) {
        if (answer instanceof ConnectAnswer.Accepted accepted) {
            return new Answer.Frames(accepted);
        }
        var refused = (ConnectAnswer.Refused) answer;
        return page(refused.status(), fields(refused.headers()), refused.bytes());
    }

    private static HttpFields fields(List<Header> headers) {
        var fields = HttpFields.build();
        headers.forEach(header -> fields.add(header.name(), header.value()));
        return fields;
    }

    private static Answer page(int status, HttpFields headers, byte[] body) {
        return new Answer.Page(
                status,
                HttpFields.build(headers).put(HttpHeader.CONTENT_LENGTH, body.length),
                Content.Source.from(ByteBuffer.wrap(body)));
    }
}
