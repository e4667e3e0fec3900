package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.Client;

/**
 * All stages, each as it was deployed last. A connection stays when its stage gets another deployment: its next message
 * goes through that one.
 */
final class DeployedStages {
    private volatile Addresses addresses;

    DeployedStages(Addresses addresses) {
        this.addresses = addresses;
    }

    Addresses addresses() {
        return addresses;
    }

    void deploy(Addresses next) {
        addresses = next;
    }

    /** The same client, on its stage as it is deployed now. */
    Client current(Client client) {
        for (var stage : addresses.stages()) {
            if (stage.isSameAs(client.stage())) {
                return client.on(stage);
            }
        }
        return client;
    }
}
