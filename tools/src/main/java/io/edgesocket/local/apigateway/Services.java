package io.edgesocket.local.apigateway;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Trace;
import io.edgesocket.local.lambda.FrozenEnvironments;
import java.time.Clock;
import java.util.Optional;

/** Parts of the gateway that every handshake, message and connection needs. */
record Services(
        Connections connections,
        DeployedStages stages,
        FrozenEnvironments frozen,
        Journal journal,
        Clock clock,
        GatewayOptions options) {

    /** @param subject whose steps are reported, as in an event of the journal */
    Trace trace(String subject, String connectionId) {
        return new Trace(journal, clock, subject, Optional.of(connectionId));
    }
}
