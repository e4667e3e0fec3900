import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.Planner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Plans an API of as many routes as asked for, all to one function; with {@code replying}, each answers. */
public final class Routes {
    private Routes() {}

    public static void main(String[] args) {
        var replying = args.length > 1;
        var stack = new StackConfig("edgesocket", "bench", Map.of("aws:region", "eu-west-1"), Set.of());
        var registrations = Engine.run(stack, ctx -> api(Integer.parseInt(args[0]), replying));
        System.out.print(PlanJson.write(Planner.plan(registrations, Path.of(""))));
        System.exit(0);
    }

    private static void api(int routes, boolean replying) {
        var echo = new NewFunction("echo",
                LambdaFunctionArgs.builder().code(FunctionCode.java(EchoHandler.class)).build());
        var api = WebSocketApiArgs.builder();
        for (var i = 0; i < routes; i++) {
            api.route("route" + i, replying ? Route.to(echo).replying() : Route.to(echo));
        }
        new WebSocketApi("chat", api.build());
    }
}
