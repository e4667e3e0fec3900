import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.Throttling;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Plays an API of N routes, each answered by a Java function of its own: {@code N EDGE_PORT API_PORT}. */
public final class Functions {
    private Functions() {}

    public static void main(String[] args) throws Exception {
        var stack = new StackConfig("edgesocket", "bench", Map.of("aws:region", "eu-west-1"), Set.of());
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        var run = LocalRun.start(Engine.run(stack, ctx -> echo(Integer.parseInt(args[0]))), Path.of(""), place, Journal.NONE,
                FunctionLog.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(run::close));
        new CountDownLatch(1).await();
    }

    private static void echo(int functions) {
        var api = WebSocketApiArgs.builder()
                .stage(WebSocketStageArgs.builder().name("live").throttling(new Throttling(10_000_000, 10_000_000)).build());
        for (var i = 0; i < functions; i++) {
            var function = new NewFunction("f" + i, LambdaFunctionArgs.builder().code(FunctionCode.java(EchoHandler.class)).build());
            api.route("f" + i, Route.to(function).replying());
            if (i == 0) {
                api.route("$default", Route.to(function).replying());
            }
        }
        new WebSocketCdn("cdn", WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(new WebSocketApi("chat", api.build()))).build());
    }
}
