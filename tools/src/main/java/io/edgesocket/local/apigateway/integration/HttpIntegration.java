package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.ExchangeVariables;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpMethod;

/**
 * {@code HTTP_PROXY} and {@code HTTP}: a request to another server. Only what the request parameters name is sent
 * along; whether AWS also forwards the headers of a handshake is not documented.
 *
 * @param proxy whether the message and the answer go through as they are
 */
record HttpIntegration(
        HttpBackends backends, HttpTarget target, boolean proxy, RequestMapping request, ResponseMapping response)
        implements Integration {

    @Override
    public String backend() {
        return target.method() + " " + target.text()
                + target.standIn().map(there -> " at " + there).orElse("");
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return call(exchange, proxy ? exchange.what().body() : request.request(exchange));
    }

    /** Where it goes, if something stands for what the integration names. */
    String address() {
        return target.standIn().map(URI::toString).orElse(target.text());
    }

    /** Sends a body that was made already. */
    CompletableFuture<Answer> call(Exchange exchange, byte[] body) {
        var http = request(exchange, body);
        return new CompletableResponseListener(http)
                .send()
                .handle((answer, failure) -> failure == null ? answer(exchange, answer) : denied(failure));
    }

    private Request request(Exchange exchange, byte[] body) {
        var variables = new ExchangeVariables(exchange);
        URI uri = target.uri(variables);
        var http = backends.client()
                .newRequest(uri)
                .method(target.method())
                .timeout(target.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .headers(headers -> target.headers(variables).forEach(headers::put));
        return body.length == 0 || HttpMethod.GET.is(target.method())
                ? http
                : http.body(new BytesRequestContent("application/json", body));
    }

    private Answer answer(Exchange exchange, ContentResponse http) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        http.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
        var answer = new Answer(http.getStatus(), headers, http.getContentAsString(), Optional.empty());
        return proxy ? answer : response.map(exchange, answer);
    }

    private Answer denied(Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw new GatewayErrorException(
                    GatewayError.TIMEOUT,
                    target.text() + " took longer than " + target.timeout().toMillis() + " ms");
        }
        throw new GatewayErrorException(
                GatewayError.BAD_INTEGRATION,
                target.standIn().map(URI::toString).orElse(target.text()) + " can't be reached: "
                        + failure.getMessage());
    }
}
