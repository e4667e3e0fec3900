package io.edgesocket;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;

public final class App {
    private App() {}

    public static void main(String[] args) {
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "4");
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
        var api = new Api("chat", ApiArgs.builder().protocolType("WEBSOCKET").build());
        ctx.export("url", api.apiEndpoint());
    }
}
