package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import java.util.Set;

/**
 * One WebSocket API.
 *
 * @param name      of its resource in the program
 * @param region    where it would be deployed
 * @param routeKey  chooses a message's route
 * @param apiKey    says where the API key of a handshake is
 * @param reachable false if only a custom domain name leads to it
 * @param added     the headers that CloudFront adds to what it sends here
 */
public record Api(
        String id,
        String name,
        String region,
        SelectionExpression routeKey,
        SelectionExpression apiKey,
        boolean reachable,
        Set<String> added) {
    /** Stands for the account's number, which is not known here. */
    private static final String ACCOUNT = "000000000000";

    public String host() {
        return id + ".execute-api." + region + ".amazonaws.com";
    }

    /** What a policy or permission names. */
    public String arn(String stage, String routeKey) {
        return "arn:aws:execute-api:" + region + ":" + ACCOUNT + ":" + id + "/" + stage + "/" + routeKey;
    }
}
