package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the functions of a behavior. A function that can't be played is listed, and skipped by requests. */
final class FunctionReader {
    private final PlayedStack stack;
    private final EdgeFunctions functions;
    private final NotPlayedLines notPlayed;

    FunctionReader(PlayedStack stack, EdgeFunctions functions, NotPlayedLines notPlayed) {
        this.stack = stack;
        this.functions = functions;
        this.notPlayed = notPlayed;
    }

    /** The functions at {@code viewer-request} or {@code origin-request}; there is one at most. */
    Optional<FunctionAssociation> read(PlayedResource distribution, JsonNode behavior, String eventType) {
        var ofCloudFront = at(behavior.path("functionAssociations"), eventType)
                .map(association -> association.path("functionArn").asText())
                .map(arn -> function(distribution, arn, eventType, new CloudFrontFunctionFormat(distribution)));
        var lambdas = at(behavior.path("lambdaFunctionAssociations"), eventType)
                .map(association -> association.path("lambdaArn").asText())
                .map(arn -> function(
                        distribution,
                        arn,
                        eventType,
                        new LambdaEdgeFormat(distribution, eventType.equals("origin-request"))));
        return Stream.concat(ofCloudFront, lambdas).flatMap(Optional::stream).findFirst();
    }

    /** Lists functions at response events, which are not run: whether AWS runs them on a 101 is unconfirmed. */
    void tellOfResponseEvents(PlayedResource distribution, JsonNode behavior) {
        Stream.of("viewer-response", "origin-response")
                .filter(eventType -> at(behavior.path("functionAssociations"), eventType)
                                .findAny()
                                .isPresent()
                        || at(behavior.path("lambdaFunctionAssociations"), eventType)
                                .findAny()
                                .isPresent())
                .forEach(eventType -> notPlayed.add(
                        distribution.name(),
                        "its function at " + eventType + ": whether AWS runs it on a WebSocket's 101 is unconfirmed"));
    }

    private static Stream<JsonNode> at(JsonNode associations, String eventType) {
        return StreamSupport.stream(associations.spliterator(), false)
                .filter(association -> association.path("eventType").asText().equals(eventType));
    }

    private Optional<FunctionAssociation> function(
            PlayedResource distribution, String arn, String eventType, EventFormat format) {
        var resource = stack.resources().stream()
                .filter(each -> arn.contains(each.word("arn")))
                .findFirst();
        if (resource.isEmpty()) {
            notPlayed.add(
                    distribution.name(), arn + " at " + eventType + ": it is not of this stack; requests pass it by");
            return Optional.empty();
        }
        return code(resource.get(), eventType)
                .map(runner -> new FunctionAssociation(resource.get().name(), format, runner));
    }

    private Optional<EdgeFunctions.Runner> code(PlayedResource function, String eventType) {
        var code = functions.code(function);
        if (code instanceof EdgeFunctions.CannotRun missing) {
            notPlayed.add(function.name(), missing.reason() + "; requests pass it by at " + eventType);
            return Optional.empty();
        }
        return Optional.of((EdgeFunctions.Runner) code);
    }
}
