package io.edgesocket.local.apigateway;

import java.time.Duration;

/**
 * What a developer may want otherwise than AWS has it.
 *
 * @param inOrder     whether a connection's next message waits for the answer to the one before. AWS promises no order:
 *                    it works on them side by side
 * @param idleTimeout after which a connection without frames is closed; AWS's is 10 minutes
 * @param maxDuration after which any connection is closed; AWS's is 2 hours
 */
public record GatewayOptions(boolean inOrder, Duration idleTimeout, Duration maxDuration) {
    /** As in AWS. */
    public static final GatewayOptions AWS = new GatewayOptions(false, Limits.IDLE, Limits.OPEN);
}
