package io.edgesocket.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stack's outputs that are texts, as {@code pulumi stack output --json} prints them. */
final class StackOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GIVE = "give what `pulumi stack output --json` prints as a file, with --outputs";

    private StackOutputs() {}

    /** @throws UsageException if there is no such file, or it has something else */
    static Map<String, String> of(Path file) {
        try {
            return texts(Files.readString(file), "--outputs " + file);
        } catch (NoSuchFileException e) {
            throw new UsageException("--outputs " + file + ": there is no such file: " + GIVE);
        } catch (IOException e) {
            throw new UsageException("--outputs " + file + " can't be read: " + e);
        }
    }

    /**
     * Asks Pulumi, in the project's folder.
     *
     * @throws UsageException if there is no Pulumi, or it fails; the message has what it says
     */
    static Map<String, String> ofStack(String stack) {
        var command = List.of("pulumi", "stack", "output", "--json", "--non-interactive", "--stack", stack);
        try {
            var errors = Files.createTempFile("edgesocket", ".err");
            try {
                var process = new ProcessBuilder(command)
                        .directory(StackOption.FOLDER.toAbsolutePath().toFile())
                        .redirectError(errors.toFile())
                        .start();
                process.getOutputStream().close();
                var out = new String(process.getInputStream().readAllBytes(), UTF_8);
                if (process.waitFor() != 0) {
                    throw new UsageException("`" + String.join(" ", command) + "` failed: "
                            + Printable.lines(Files.readString(errors).strip()));
                }
                return texts(out, "`pulumi stack output --json`");
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UsageException("pulumi can't be run (" + e.getMessage() + "): install it, or " + GIVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted while Pulumi was asked for the outputs of " + stack);
        }
    }

    private static Map<String, String> texts(String json, String from) {
        try {
            var outputs = JSON.readTree(json);
            if (outputs.isObject()) {
                return texts(outputs);
            }
        } catch (IOException noJson) {
            // told below
        }
        throw new UsageException(from + " is no JSON object: " + GIVE);
    }

    private static Map<String, String> texts(JsonNode outputs) {
        var texts = new HashMap<String, String>();
        outputs.properties().stream()
                .filter(output -> output.getValue().isTextual())
                .forEach(output -> texts.put(output.getKey(), output.getValue().asText()));
        return texts;
    }
}
