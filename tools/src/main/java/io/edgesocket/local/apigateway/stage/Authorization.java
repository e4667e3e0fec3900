package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.stage.Exchange.Connecting;
import java.util.concurrent.CompletableFuture;

/** Who may connect. */
public interface Authorization {
    /** {@code NONE}: everybody. */
    Authorization NONE = (exchange, handshake) -> CompletableFuture.completedFuture(exchange.client());

    /** {@code AWS_IAM}: clients that sign the request. The signature and the rights of its owner are not checked. */
    Authorization AWS_IAM = (exchange, handshake) -> Signature.of(handshake.request())
            .check()
            .<CompletableFuture<Client>>map(error -> GatewayErrorException.future(error, "the handshake isn't signed"))
            .orElseGet(() -> CompletableFuture.completedFuture(exchange.client()));

    /** @return the client, with what is known of it now; fails with {@link GatewayErrorException} */
    CompletableFuture<Client> authorize(Exchange exchange, Connecting handshake);
}
