import com.pulumi.Context;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.api.Throttling;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.journal.Journal;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Plays an API whose only route is answered by a Node.js handler: {@code FOLDER EDGE_PORT API_PORT}. */
public final class NodeEcho {
    private NodeEcho() {}

    public static void main(String[] args) throws Exception {
        var stack = new StackConfig("edgesocket", "bench", Map.of("aws:region", "eu-west-1"), Set.of());
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        var run = LocalRun.start(Engine.run(stack, ctx -> echo(Path.of(args[0]))), Path.of(""), place, Journal.NONE,
                FunctionLog.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(run::close));
        new CountDownLatch(1).await();
    }

    private static void echo(Path folder) {
        var api = new WebSocketApi("chat", WebSocketApiArgs.builder()
                .route("$default", Route.to(new NewFunction("echo", LambdaFunctionArgs.builder()
                        .code(FunctionCode.nodejs(folder, "index.handler")).build())).replying())
                .stage(WebSocketStageArgs.builder().name("live").throttling(new Throttling(10_000_000, 10_000_000)).build())
                .build());
        new WebSocketCdn("cdn", WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
    }
}
