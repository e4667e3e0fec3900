package io.edgesocket.components.api;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Input;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link WebSocketApi} deploys to. None of it needs a new deployment.
 *
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html">Stages</a>
 */
public final class WebSocketStageArgs {
    final String name;
    final Optional<String> description;
    final Throttling throttling;
    final Map<String, Throttling> routeThrottling;
    final Map<String, Input> variables;
    final Optional<AccessLogs> accessLogs;
    final ExecutionLogs executionLogs;
    final boolean detailedMetrics;

    private WebSocketStageArgs(Builder from) {
        name = from.name;
        description = from.description;
        throttling = from.throttling;
        routeThrottling = new LinkedHashMap<>(from.routeThrottling);
        variables = new LinkedHashMap<>(from.variables);
        accessLogs = from.accessLogs;
        executionLogs = from.executionLogs;
        detailedMetrics = from.detailedMetrics;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. */
    public static final class Builder {
        private String name = "live";
        private Optional<String> description = Optional.empty();
        private Throttling throttling = Throttling.ACCOUNT;
        private final Map<String, Throttling> routeThrottling = new LinkedHashMap<>();
        private final Map<String, Input> variables = new LinkedHashMap<>();
        private Optional<AccessLogs> accessLogs = Optional.empty();
        private ExecutionLogs executionLogs = ExecutionLogs.OFF;
        private boolean detailedMetrics;

        private Builder() {}

        /**
         * The last part of the API's address: at most {@value ApiGatewayLimits#STAGE_NAME_MAX} letters, digits,
         * {@code -} and {@code _}, or {@code $default}. Default: {@code live}. Another name is another stage, at another address: it replaces this one,
         * and clients connect anew.
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** Shown in the console; at most {@value ApiGatewayLimits#DESCRIPTION_MAX} characters. Default: none. */
        public Builder description(String description) {
            this.description = Optional.of(description);
            return this;
        }

        /**
         * How much all routes take together. Default: {@link Throttling#ACCOUNT},
         * {@value ApiGatewayLimits#ACCOUNT_RATE} requests a second and {@value ApiGatewayLimits#ACCOUNT_BURST} at once.
         */
        public Builder throttling(Throttling throttling) {
            this.throttling = throttling;
            return this;
        }

        /** How much one route of the API takes. Default: as the stage. */
        public Builder throttling(String routeKey, Throttling throttling) {
            routeThrottling.put(routeKey, throttling);
            return this;
        }

        /**
         * A stage variable, which request parameters read as {@code stageVariables.name}. Its name is of letters,
         * digits and {@code _}; its value of at most {@value ApiGatewayLimits#STAGE_VARIABLE_MAX} letters, digits and
         * {@code - . _ ~ : / ? # & = ,}. Default: none.
         */
        public Builder variable(String name, String value) {
            variables.put(name, Input.now(value));
            return this;
        }

        /** A stage variable that another resource gives, or that is a secret. */
        public Builder variable(String name, Output<String> value) {
            variables.put(name, Input.later(value));
            return this;
        }

        /** Logs each connection and message. Default: none, as AWS refuses it in an account that isn't prepared. */
        public Builder accessLogs(AccessLogs accessLogs) {
            this.accessLogs = Optional.of(accessLogs);
            return this;
        }

        /** What API Gateway logs of its own work. Default: {@link ExecutionLogs#OFF}. */
        public Builder executionLogs(ExecutionLogs executionLogs) {
            this.executionLogs = executionLogs;
            return this;
        }

        /** Whether CloudWatch counts each route by itself, at a price. Default: false. */
        public Builder detailedMetrics(boolean detailedMetrics) {
            this.detailedMetrics = detailedMetrics;
            return this;
        }

        public WebSocketStageArgs build() {
            return new WebSocketStageArgs(this);
        }
    }
}
