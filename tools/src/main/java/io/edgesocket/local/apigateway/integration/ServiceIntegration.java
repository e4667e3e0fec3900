package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration;
import io.edgesocket.local.journal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code AWS}, with another service than Lambda. The request is made as for AWS and told. It goes to whatever stands for the
 * service; if nothing does, it is held against what the service asks of it, and taken for done.
 *
 * @param standIn sends it; none if nothing stands for the service
 */
record ServiceIntegration(
        ServiceCall call, RequestMapping request, ResponseMapping response, Optional<HttpIntegration> standIn)
        implements Integration {

    @Override
    public String backend() {
        return call.service()
                + standIn.map(HttpIntegration::address)
                        .map(there -> " at " + there)
                        .orElse(", which is not played: the request is taken for done, and");
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        var body = request.request(exchange);
        var text = new String(body, StandardCharsets.UTF_8);
        var action = ServiceRequests.action(call, text);
        exchange.trace()
                .step(
                        Step.INTEGRATION,
                        () -> call.service() + " " + action + (call.path().isEmpty() ? "" : " " + call.path()) + ": "
                                + text,
                        () -> Map.of("service", call.service(), "action", action, "path", call.path(), "body", text));
        return standIn.map(there -> there.call(exchange, body)).orElseGet(() -> taken(exchange, action, text));
    }

    private CompletableFuture<Answer> taken(Exchange exchange, String action, String body) {
        return ServiceRequests.answer(call.service(), action, body)
                .map(answer -> CompletableFuture.completedFuture(response.map(exchange, answer)))
                .orElseGet(() -> GatewayErrorException.future(
                        GatewayError.BAD_INTEGRATION,
                        (call.service() + " " + action).strip()
                                + " is not played on localhost; say what stands for it: "
                                + AwsServices.option(call.service())));
    }
}
