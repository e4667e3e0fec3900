package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.integration.HttpBackends;
import io.edgesocket.local.apigateway.integration.Integrations;
import io.edgesocket.local.apigateway.integration.Timer;
import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import io.edgesocket.local.apigateway.stage.AddedHeaders;
import io.edgesocket.local.apigateway.stage.Api;
import io.edgesocket.local.apigateway.stage.Deployed;
import io.edgesocket.local.apigateway.stage.Route;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.apigateway.stage.Throttling;
import io.edgesocket.local.apigateway.stage.UsagePlans;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the APIs of a stack and their stages, each with the resources of its deployment. */
final class Stages {
    private static final Pattern FUNCTION_URI = Pattern.compile("arn:aws:apigateway:([a-z0-9-]+):");
    private final PlayedStack stack;
    private final Function<String, Optional<LocalFunction>> functions;
    private final HttpBackends backends;
    private final Timer timer;
    private final Clock clock;
    private final Faults faults;
    private final UsagePlans plans;

    private Stages(
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> functions,
            HttpBackends backends,
            Timer timer,
            Clock clock,
            Faults faults) {
        this.stack = stack;
        this.functions = functions;
        this.backends = backends;
        this.timer = timer;
        this.clock = clock;
        this.faults = faults;
        this.plans = UsagePlans.of(stack, clock);
    }

    static List<Stage> of(
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> functions,
            HttpBackends backends,
            Timer timer,
            Clock clock,
            Faults faults) {
        var reader = new Stages(stack, functions, backends, timer, clock, faults);
        var apis = stack.ofType("aws:apigatewayv2/api:Api")
                .filter(api -> api.text("protocolType").equals("WEBSOCKET"))
                .collect(Collectors.toMap(PlayedResource::id, reader::api, (one, same) -> one, LinkedHashMap::new));
        return stack.ofType("aws:apigatewayv2/stage:Stage")
                .filter(stage -> apis.containsKey(stage.text("apiId")))
                .map(stage -> reader.stage(apis.get(stage.text("apiId")), stage))
                .toList();
    }

    private Api api(PlayedResource api) {
        return new Api(
                api.id(),
                api.name(),
                region(api.id()),
                SelectionExpression.parse(api.text("routeSelectionExpression")),
                SelectionExpression.parse(
                        api.inputs().path("apiKeySelectionExpression").asText("$request.header.x-api-key")),
                !api.inputs().path("disableExecuteApiEndpoint").asBoolean(false),
                AddedHeaders.to(api.id(), stack));
    }

    /**
     * No input of an API has its region. A permission or an origin may name the API with it; else a function's URI has
     * one.
     */
    private String region(String apiId) {
        return region(Pattern.compile("execute-api:([a-z0-9-]+):[0-9]*:" + Pattern.quote(apiId)))
                .or(() -> region(Pattern.compile(Pattern.quote(apiId) + "\\.execute-api\\.([a-z0-9-]+)\\.")))
                .or(() -> region(FUNCTION_URI))
                .orElse("us-east-1");
    }

    private Optional<String> region(Pattern pattern) {
        return stack.resources().stream()
                .flatMap(resource ->
                        pattern.matcher(resource.inputs().toString()).results())
                .map(found -> found.group(1))
                .findFirst();
    }

    private Stage stage(Api api, PlayedResource stage) {
        var name = stage.text("name").isEmpty() ? stage.name() : stage.text("name");
        var deployment = Deployed.on(stage, stack);
        var access = stage.inputs().path("accessLogSettings").path("format");
        return new Stage(
                api,
                name,
                deployment.isPresent(),
                deployment.map(deployed -> routes(api, name, stage, deployed)).orElse(Map.of()),
                variables(stage),
                plans.of(api.id(), name),
                access.isTextual() ? Optional.of(SelectionExpression.parse(access.asText())) : Optional.empty());
    }

    private Map<String, Route> routes(Api api, String stage, PlayedResource settings, Deployed deployed) {
        var throttling = new Throttling(settings.inputs(), clock);
        var reader = new Routes(
                deployed, Integrations.of(deployed, stack, functions, backends, timer), api, stage, throttling, faults);
        return reader.byKey();
    }

    private static Map<String, String> variables(PlayedResource stage) {
        return stage.inputs().path("stageVariables").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }
}
