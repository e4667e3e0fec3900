package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Deployment;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageRouteSettingArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stage of an API, which a deployment is put on, and the log of who uses it. */
final class ApiStage {
    private final ApiScope scope;
    private final WebSocketStageArgs settings;
    private final Optional<LogGroup> logGroup;
    private final Stage stage;

    /** @param needed what must be there before clients come */
    ApiStage(ApiScope scope, WebSocketStageArgs settings, Deployment deployment, List<Resource> needed) {
        this.scope = scope;
        this.settings = settings;
        this.logGroup = settings.accessLogs.map(this::logGroup);
        this.stage = scope.children()
                .add(
                        Stage::new,
                        "stage",
                        args(deployment),
                        CustomResourceOptions.builder().dependsOn(needed).build());
    }

    Stage stage() {
        return stage;
    }

    Optional<LogGroup> logGroup() {
        return logGroup;
    }

    private LogGroup logGroup(AccessLogs logs) {
        return scope.children()
                .addLogGroup(
                        "access-logs",
                        "/aws/apigateway/",
                        logs.retentionDays(),
                        scope.args().tags.orElse(Map.of()),
                        CustomResourceOptions.Empty);
    }

    private StageArgs args(Deployment deployment) {
        var args = StageArgs.builder()
                .apiId(scope.api().id())
                .name(settings.name)
                .deploymentId(deployment.id())
                .autoDeploy(false)
                .defaultRouteSettings(defaultRouteSettings());
        optional(args);
        return args.build();
    }

    private void optional(StageArgs.Builder args) {
        if (!settings.routeThrottling.isEmpty()) {
            args.routeSettings(routeSettings());
        }
        if (!settings.variables.isEmpty()) {
            args.stageVariables(variables());
        }
        scope.args().tags.ifPresent(args::tags);
        settings.description.ifPresent(args::description);
        settings.accessLogs.ifPresent(logs -> args.accessLogSettings(StageAccessLogSettingsArgs.builder()
                .destinationArn(logGroup.orElseThrow().arn())
                .format(logs.format())
                .build()));
    }

    /** The level of logs is always set: if it is left out, the provider keeps the level that is set in AWS. */
    private StageDefaultRouteSettingsArgs defaultRouteSettings() {
        return StageDefaultRouteSettingsArgs.builder()
                .throttlingRateLimit(settings.throttling.rate())
                .throttlingBurstLimit(settings.throttling.burst())
                .detailedMetricsEnabled(settings.detailedMetrics)
                .loggingLevel(settings.executionLogs.loggingLevel())
                .dataTraceEnabled(false)
                .build();
    }

    /** They replace the default settings of that route, so they repeat all of them. */
    private List<StageRouteSettingArgs> routeSettings() {
        return settings.routeThrottling.entrySet().stream()
                .map(entry -> StageRouteSettingArgs.builder()
                        .routeKey(entry.getKey())
                        .throttlingRateLimit(entry.getValue().rate())
                        .throttlingBurstLimit(entry.getValue().burst())
                        .detailedMetricsEnabled(settings.detailedMetrics)
                        .loggingLevel(settings.executionLogs.loggingLevel())
                        .dataTraceEnabled(false)
                        .build())
                .toList();
    }

    private Output<Map<String, String>> variables() {
        var variables = Output.<String>mapBuilder();
        settings.variables.forEach((name, value) -> variables.put(name, value.output()));
        return variables.build();
    }
}
