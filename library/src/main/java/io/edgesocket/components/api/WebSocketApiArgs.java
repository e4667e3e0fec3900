package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.internal.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link WebSocketApi} is made of. Values are checked when the component is made, all at once. The tags are those of
 * its functions too; a function's own tags win over them.
 */
public final class WebSocketApiArgs extends RoutesArgs {
    final WebSocketStageArgs stage;
    final String routeSelectionExpression;
    final Optional<ApiKeySource> apiKeySource;
    final Optional<String> description;
    final Optional<IpAddressType> ipAddressType;
    final Optional<ApiGatewayAccount> account;
    final Optional<ApiDomain> domain;
    final List<Guest> guests;

    /** Where API Gateway finds a client's API key. */
    public enum ApiKeySource {
        /** In the header {@code x-api-key}. */
        HEADER("$request.header.x-api-key"),
        /** In {@code usageIdentifierKey} of the authorizer's answer. */
        AUTHORIZER("$context.authorizer.usageIdentifierKey");

        final String selectionExpression;

        ApiKeySource(String selectionExpression) {
            this.selectionExpression = selectionExpression;
        }
    }

    /** The routes of another stack, and the fingerprint that tells when they need a new deployment. */
    record Guest(String name, Output<?> fingerprint) {}

    /** By which versions of IP the API's own endpoint is reached; CloudFront reaches it by either. */
    public enum IpAddressType {
        IPV4,
        DUALSTACK
    }

    private WebSocketApiArgs(Builder from) {
        super("WebSocketApi", from, from.guard);
        stage = from.stage;
        routeSelectionExpression = from.routeSelectionExpression;
        apiKeySource = from.apiKeySource;
        description = from.description;
        ipAddressType = from.ipAddressType;
        account = from.account;
        domain = from.domain;
        guests = List.copyOf(from.guests);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        new WebSocketApiChecks(name, this, problems).run();
    }

    @Override
    String longestStageName() {
        return stage.name;
    }

    @Override
    Optional<ApiDomain> domain() {
        return domain;
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends RoutesArgs.Builder<Builder> {
        private final List<Guest> guests = new ArrayList<>();
        private WebSocketStageArgs stage = WebSocketStageArgs.builder().build();
        private String routeSelectionExpression = "$request.body.action";
        private Optional<ApiKeySource> apiKeySource = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<IpAddressType> ipAddressType = Optional.empty();
        private Optional<OriginGuard> guard = Optional.empty();
        private Optional<ApiGatewayAccount> account = Optional.empty();
        private Optional<ApiDomain> domain = Optional.empty();

        private Builder() {}

        /**
         * Adds a route; 1 to {@value ApiGatewayLimits#ROUTES_MAX} are needed.
         *
         * @param key {@code $connect}, {@code $disconnect}, {@code $default}, or what the route selection expression
         *            gives for the route's messages, which can't begin with {@code $}: one line of at most
         *            {@value ApiGatewayLimits#ROUTE_KEY_MAX} characters
         */
        public Builder route(String key, Route route) {
            add(key, route);
            return this;
        }

        /** Where the API is deployed. Default: a stage {@code live} without logs. */
        public Builder stage(WebSocketStageArgs stage) {
            this.stage = stage;
            return this;
        }

        /**
         * Gives the route key of a message, such as <code>${request.body.service}/${request.body.action}</code>.
         * Messages that aren't JSON, and keys without a route, go to {@code $default}. Default:
         * {@code $request.body.action}.
         *
         * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html">Route
         *      selection expressions</a>
         */
        public Builder routeSelectionExpression(String expression) {
            routeSelectionExpression = expression;
            return this;
        }

        /** Where a client's API key is found. Default: {@link ApiKeySource#HEADER}. */
        public Builder apiKeySource(ApiKeySource source) {
            apiKeySource = Optional.of(source);
            return this;
        }

        /** Shown in the console; at most {@value ApiGatewayLimits#DESCRIPTION_MAX} characters. Default: none. */
        public Builder description(String description) {
            this.description = Optional.of(description);
            return this;
        }

        /** How the API's own endpoint is reached. Default: AWS's, {@link IpAddressType#IPV4}. */
        public Builder ipAddressType(IpAddressType type) {
            ipAddressType = Optional.of(type);
            return this;
        }

        /**
         * Takes what comes through the CDN and nothing else: {@code $connect} requires the guard's key besides what it asks
         * for otherwise. Default: anyone may go around the CDN.
         */
        public Builder guard(OriginGuard guard) {
            this.guard = Optional.of(guard);
            return this;
        }

        /**
         * The role that API Gateway logs with, made by the same program: the stage waits for it, as AWS refuses logs
         * before it is there. Default: none; the account is taken to have one if the stage has logs.
         */
        public Builder account(ApiGatewayAccount account) {
            this.account = Optional.of(account);
            return this;
        }

        /**
         * A name of the API's own, which CloudFront connects to then; the {@code execute-api} address is closed, unless
         * the domain says otherwise. Default: none, CloudFront connects to that address.
         */
        public Builder domain(ApiDomain domain) {
            this.domain = Optional.of(domain);
            return this;
        }

        /**
         * Deploys the routes that another stack adds with {@link GuestRoutes}, and deploys anew when they change: whatever
         * that stack exported of {@link GuestRoutes#fingerprint()} when this one is updated. Without a value, as before the
         * first update of that stack and after its end, it counts as one without routes. Default: no guests.
         *
         * @param name        for people, in previews: letters, digits, {@code -} and {@code _}
         * @param fingerprint such as {@code new StackReference("acme/orders/prod").output("routes")}
         */
        public Builder guest(String name, Output<?> fingerprint) {
            guests.add(new Guest(name, fingerprint));
            return this;
        }

        public WebSocketApiArgs build() {
            return new WebSocketApiArgs(this);
        }
    }
}
