package io.edgesocket.components.cdn;

import io.edgesocket.components.api.ConnectRequirements;
import io.edgesocket.components.api.ConnectRequirements.Part;
import io.edgesocket.components.api.ConnectRequirements.Requirement;
import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Set;

/**
 * Compares what {@code $connect} of an API asks for with what CloudFront sends there.
 *
 * @param origin the argument that the API is given as, for messages
 */
record ConnectChecks(Property origin, OriginHeaders added, ForwardedHeaders headers, QueryStrings queryStrings) {
    /** What CloudFront and API Gateway write themselves. */
    private static final Set<String> ALWAYS_SENT = Set.of(
            "host",
            "user-agent",
            "connection",
            "upgrade",
            "via",
            "x-amz-cf-id",
            "x-amzn-trace-id",
            "x-forwarded-for",
            "x-forwarded-port",
            "x-forwarded-proto");

    void run(Problems problems, ConnectRequirements requirements) {
        for (var required : requirements.all()) {
            problems.unless(
                    isSent(required),
                    Property.of(required.part() == Part.HEADER ? "headers" : "queryStrings"),
                    "without " + required.name() + ", which $connect of " + origin + " needs",
                    "API Gateway would answer " + required.answer() + " to every client: " + howToSend(required));
        }
    }

    private boolean isSent(Requirement required) {
        var name = required.name();
        return required.part() == Part.HEADER
                ? ALWAYS_SENT.contains(HeaderName.key(name)) || added.contains(name) || headers.contains(name)
                : queryStrings.contains(name);
    }

    private static String howToSend(Requirement required) {
        if (required.part() == Part.QUERY_STRING) {
            return "add it, or forward all";
        }
        return ForwardedHeaders.refusal(required.name())
                .map(reason -> "$connect can't ask for it, " + reason)
                .orElse("add it, or let CloudFront send it as a header of that origin");
    }
}
