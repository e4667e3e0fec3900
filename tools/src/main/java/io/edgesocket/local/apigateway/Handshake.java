package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.ConnectAnswer.Accepted;
import io.edgesocket.local.apigateway.ConnectAnswer.Refused;
import io.edgesocket.local.apigateway.stage.Client;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Exchange.Connecting;
import io.edgesocket.local.apigateway.stage.ExchangeVariables;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Header;
import io.edgesocket.local.apigateway.stage.Ids;
import io.edgesocket.local.apigateway.stage.Integration.Answer;
import io.edgesocket.local.apigateway.stage.Route;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.journal.HeaderLines;
import io.edgesocket.local.journal.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code $connect}: throttling, authorization, API key, then the integration, whose answer decides.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html">Connect
 *      and disconnect</a>
 */
final class Handshake {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";
    private static final Set<GatewayError> KEPT_OUT =
            Set.of(GatewayError.NO_API_KEY, GatewayError.NO_IDENTITY, GatewayError.EXPLICIT_DENY);
    /** <a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC 6455, 4.1</a>: a subprotocol is one. */
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
    /** They belong to the connection, not to the answer. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int STATUS_MAX = 599;
    private final Services services;
    private final Stage stage;
    private final Connecting connecting;

    Handshake(Services services, Stage stage, ConnectRequest request) {
        this.services = services;
        this.stage = stage;
        this.connecting = new Connecting(request);
    }

    /** Without a {@code $connect} route, everybody is connected. */
    CompletableFuture<ConnectAnswer> run() {
        var now = services.clock().millis();
        var client = Client.of(stage, connecting.request(), now);
        var requestId = Ids.next();
        var trace = services.trace(connecting.request().cloudFrontId().orElse(requestId), client.connectionId());
        trace.step(
                Step.STAGE,
                () -> stage.name() + " of " + stage.api().name(),
                () -> Map.of(
                        "api",
                        stage.api().name(),
                        "stage",
                        stage.name(),
                        "target",
                        connecting.request().target(),
                        HeaderLines.SENT,
                        headers()));
        var exchange = new Exchange(client, Stage.CONNECT, requestId, now, connecting, trace);
        return stage.route(Stage.CONNECT)
                .map(route -> through(route, exchange))
                .orElseGet(() -> CompletableFuture.completedFuture(accepted(exchange, Optional.empty())));
    }

    /** What the distribution adds are the owner's keys. */
    private String headers() {
        var added = stage.api().added().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return HeaderLines.of(connecting.request().headers().stream()
                .map(header -> Map.entry(
                        header.name(), added.contains(header.name().toLowerCase(Locale.ROOT)) ? "…" : header.value())));
    }

    private CompletableFuture<ConnectAnswer> through(Route route, Exchange exchange) {
        exchange.trace().step(Step.ROUTE, route::key);
        return admitted(route, exchange)
                .thenApply(client -> authorized(exchange, client))
                .thenApply(authorized -> withApiKey(route, authorized))
                .thenCompose(known -> route.call(known).thenApply(answer -> answered(known, answer)))
                .exceptionally(failure -> refused(exchange, GatewayErrorException.of(failure)));
    }

    private CompletableFuture<Client> admitted(Route route, Exchange exchange) {
        try {
            route.admit();
            return route.authorization().authorize(exchange, connecting);
        } catch (RuntimeException denied) {
            return CompletableFuture.failedFuture(denied);
        }
    }

    private Exchange authorized(Exchange exchange, Client client) {
        if (!client.authorizer().isEmpty()) {
            exchange.trace()
                    .step(
                            Step.AUTHORIZER,
                            () -> "authorized as "
                                    + client.authorizer().path("principalId").asText());
        }
        return exchange.as(client);
    }

    private Exchange withApiKey(Route route, Exchange exchange) {
        if (route.apiKeyRequired()) {
            var sent = stage.api().apiKey().evaluate(new ExchangeVariables(exchange));
            var key = stage.keys().admit(sent);
            exchange.trace().step(Step.API_KEY, key::toString);
        }
        return exchange.as(exchange.client().withoutApiKey());
    }

    private ConnectAnswer answered(Exchange exchange, Answer answer) {
        if (answer.status() < OK || answer.status() > STATUS_MAX) {
            throw new GatewayErrorException(
                    GatewayError.BAD_ANSWER, "statusCode " + answer.status() + " can't be answered");
        }
        if (answer.status() >= MULTIPLE_CHOICES) {
            return declined(exchange, answer);
        }
        return accepted(exchange, Optional.ofNullable(answer.headers().get(SUBPROTOCOL)));
    }

    private ConnectAnswer accepted(Exchange exchange, Optional<String> subprotocol) {
        subprotocol.ifPresent(this::requireOffered);
        exchange.trace()
                .step(
                        Step.ANSWER,
                        () -> "connected as " + exchange.client().connectionId(),
                        () -> connected(subprotocol));
        AccessLog.add(exchange, OK, "");
        var connection = new Connection(services, exchange.client());
        return new Accepted(List.of(), subprotocol, connection, connection::upgrading);
    }

    private Map<String, String> connected(Optional<String> subprotocol) {
        var options = services.options();
        return Map.of(
                "status",
                "101",
                "subprotocol",
                subprotocol.orElse(""),
                "idleSeconds",
                Long.toString(options.idleTimeout().toSeconds()),
                "maxSeconds",
                Long.toString(options.maxDuration().toSeconds()));
    }

    private void requireOffered(String chosen) {
        var offered = connecting
                .request()
                .headers(SUBPROTOCOL)
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .filter(subprotocol -> TOKEN.matcher(subprotocol).matches());
        if (offered.noneMatch(chosen::equals)) {
            throw new GatewayErrorException(
                    GatewayError.WRONG_SUBPROTOCOL,
                    "$connect chose subprotocol " + chosen + ", which the client did not offer");
        }
    }

    /** What body the client gets is not documented: here, the integration's own. */
    private ConnectAnswer declined(Exchange exchange, Answer answer) {
        exchange.trace()
                .refused(
                        Step.INTEGRATION,
                        () -> GatewayError.CHOSEN_BY_INTEGRATION.refusal(
                                answer.status(), "$connect answered with " + answer.status()));
        AccessLog.add(exchange, answer.status(), "");
        var headers = new ArrayList<>(identified(exchange));
        answer.headers().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(new Header(name, value));
            }
        });
        return new Refused(answer.status(), headers, answer.body());
    }

    private ConnectAnswer refused(Exchange exchange, GatewayErrorException denied) {
        explained(denied).tell(exchange.trace());
        AccessLog.add(exchange, denied.error().status(), denied.error().message());
        return refusal(denied, exchange.requestId());
    }

    /** A client that is refused may lack a header that CloudFront would have added. */
    private GatewayErrorException explained(GatewayErrorException denied) {
        var added = stage.api().added();
        var wentAround = connecting.request().cloudFrontId().isEmpty() && !added.isEmpty();
        return wentAround && KEPT_OUT.contains(denied.error())
                ? new GatewayErrorException(
                        denied.error(),
                        denied.getMessage() + "; this call went around the CDN, which adds " + String.join(", ", added))
                : denied;
    }

    static Refused refusal(GatewayErrorException denied, String requestId) {
        var error = denied.error();
        return new Refused(
                error.status(),
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("x-amzn-RequestId", requestId),
                        new Header("x-amzn-ErrorType", error.errorType())),
                error.body());
    }

    private static List<Header> identified(Exchange exchange) {
        return List.of(new Header("x-amzn-RequestId", exchange.requestId()));
    }
}
