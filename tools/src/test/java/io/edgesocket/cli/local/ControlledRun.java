package io.edgesocket.cli.local;

import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalOptions;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.FunctionOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small stack that is played, and what has it do what the console's page asks for. */
final class ControlledRun implements AutoCloseable {
    private static final GatewayOptions AWS = GatewayOptions.AWS;

    private final LocalRun run;
    private final LocalControl control;

    ControlledRun(Journal journal) {
        var config = new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
        var registrations = Engine.run(config, ControlledRun::program);
        var faults = new Faults(List.of());
        run = LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                new LocalOptions(
                        new GatewayOptions(false, AWS.idleTimeout(), AWS.maxDuration(), Map.of(), Map.of(), faults),
                        FunctionOptions.NONE,
                        Map.of(),
                        EdgeOptions.NONE),
                journal,
                FunctionLog.NONE);
        var shown = new ShownStack(config, registrations, Path.of(""), Journal.NONE);
        shown.plan();
        control = new LocalControl(run, faults, shown);
    }

    private static void program(Context ctx) {
        var api = new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route("ping", Route.mock("{\"pong\":true}"))
                        .stage(WebSocketStageArgs.builder().name("live").build())
                        .build());
        new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
    }

    LocalControl control() {
        return control;
    }

    URI edge() {
        return run.edge();
    }

    @Override
    public void close() {
        run.close();
    }
}
