package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What stays the same while a client is connected.
 *
 * @param domainName  the host name that the client asked for
 * @param connectedAt milliseconds since 1970
 * @param userAgent   empty if it gave none
 * @param authorizer  what the authorizer returned: {@code principalId} and its context; empty without an authorizer
 * @param fields      what each event says of it
 */
public record Client(
        Stage stage,
        String connectionId,
        String domainName,
        long connectedAt,
        String sourceIp,
        Optional<String> userAgent,
        JsonNode authorizer,
        ClientFields fields) {

    /** The name under which an authorizer returns the client's API key. Functions and templates don't see it. */
    public static final String API_KEY = "usageIdentifierKey";

    public static Client of(Stage stage, ConnectRequest request, long now) {
        var connectionId = Ids.next();
        return new Client(
                stage,
                connectionId,
                request.host(),
                now,
                request.peer(),
                request.header("User-Agent"),
                JsonNodeFactory.instance.objectNode(),
                ClientFields.of(stage, connectionId, request, now));
    }

    /** The same client, on its stage as it is deployed now. */
    public Client on(Stage deployed) {
        return stage == deployed // a record's equals would compare all of it
                ? this
                : new Client(deployed, connectionId, domainName, connectedAt, sourceIp, userAgent, authorizer, fields);
    }

    public Client authorized(JsonNode said) {
        return new Client(stage, connectionId, domainName, connectedAt, sourceIp, userAgent, said, fields);
    }

    public Client withoutApiKey() {
        return authorizer.has(API_KEY)
                ? authorized(authorizer.<ObjectNode>deepCopy().without(API_KEY))
                : this;
    }
}
