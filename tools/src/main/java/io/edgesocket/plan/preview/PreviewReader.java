package io.edgesocket.plan.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.edgesocket.plan.preview.StackPreview.Failed;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads what {@code pulumi preview --refresh --json}, or {@code pulumi refresh --preview-only --json}, wrote.
 *
 * @see <a href="https://github.com/pulumi/pulumi/blob/v3.200.0/pkg/backend/display/json.go">the engine's PreviewDigest</a>
 */
public final class PreviewReader {
    /** Lists and objects within each other. What compares and draws them calls itself for each. */
    private static final int DEPTH_MAX = 200;
    /** Lines of the log that a failure shows. */
    private static final int LOG_MAX = 30;

    private static final String ERROR = "error";
    private static final String PROGRAM_ENDED = "error: an unhandled error occurred";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PreviewReader() {}

    /**
     * The preview, or why it is none: what isn't complete is a failure, never an empty preview.
     *
     * @param json what the command wrote to its standard output
     * @param log  what it wrote to its standard error; empty if that wasn't kept
     */
    public static StackPreview read(String stack, String json, String log) {
        if (json.isBlank()) {
            return failed(stack, "Pulumi wrote no preview", Stream.of(), log);
        }
        try {
            return read(stack, JSON.readTree(json), log);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return failed(stack, "what Pulumi wrote is no whole JSON: see its line " + line, Stream.of(), log);
        } catch (IllegalArgumentException e) {
            return failed(stack, e.getMessage(), Stream.of(), log);
        }
    }

    /** For a preview whose file isn't there. */
    public static StackPreview missing(String stack, String file, String log) {
        return failed(stack, "there is no " + file, Stream.of(), log);
    }

    private static StackPreview read(String stack, JsonNode root, String log) {
        var diagnostics =
                items(root.path("diagnostics")).map(PreviewReader::message).toList();
        var errors = items(root.path("diagnostics"))
                .filter(diagnostic -> diagnostic.path("severity").asText().equals(ERROR))
                .map(PreviewReader::message)
                .toList();
        if (!errors.isEmpty()) {
            return failed(stack, reason(errors, diagnostics), diagnostics.stream(), log);
        }
        if (!root.path("changeSummary").isObject()) {
            return failed(stack, "Pulumi ended before its preview was complete", diagnostics.stream(), log);
        }
        return new PreviewSteps(
                        stack, items(root.path("steps")).map(PreviewStep::of).toList())
                .preview();
    }

    private static Failed failed(String stack, String reason, Stream<String> diagnostics, String log) {
        var lines = Stream.concat(diagnostics, Stream.of(log))
                .flatMap(String::lines)
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Failed(stack, reason, lines.subList(Math.max(0, lines.size() - LOG_MAX), lines.size()));
    }

    private static String message(JsonNode diagnostic) {
        return diagnostic.path("message").asText();
    }

    /** That the program ended with another code than 0 says less than what the program itself said. */
    private static String reason(List<String> errors, List<String> diagnostics) {
        return Stream.concat(diagnostics.stream(), errors.stream().limit(1))
                .map(message -> message.strip().lines().findFirst().orElse(""))
                .filter(line -> line.startsWith(ERROR + ": ") && !line.startsWith(PROGRAM_ENDED))
                .findFirst()
                .orElse(PROGRAM_ENDED)
                .replaceFirst("^" + ERROR + ": ", "");
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
