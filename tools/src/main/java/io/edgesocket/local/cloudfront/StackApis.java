package io.edgesocket.local.cloudfront;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.apigateway.Gateway;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.CustomDomain;
import io.edgesocket.local.stack.PlayedStack;
import java.util.concurrent.CompletableFuture;

/** The stack's own APIs, as origins: a handshake is handed over to them without a socket between. */
public interface StackApis {

    /**
     * The APIs of a stack, which the gateway plays. An API without a deployment is among them: API Gateway refuses the
     * handshake then.
     */
    static StackApis of(PlayedStack stack, Gateway gateway) {
        var hosts = stack.ofType("aws:apigatewayv2/api:Api")
                .filter(api -> api.text("protocolType").equals("WEBSOCKET"))
                .map(api -> api.id() + ".execute-api.")
                .toList();
        var own = CustomDomain.of(stack).stream().map(CustomDomain::name).toList();
        return new StackApis() {
            @Override
            public boolean has(String host) {
                return own.contains(host) || hosts.stream().anyMatch(host::startsWith);
            }

            @Override
            public CompletableFuture<ConnectAnswer> connect(ConnectRequest request) {
                return gateway.connect(request);
            }
        };
    }

    /** Whether an origin's domain name is that of an API of this stack. */
    boolean has(String host);

    CompletableFuture<ConnectAnswer> connect(ConnectRequest request);
}
