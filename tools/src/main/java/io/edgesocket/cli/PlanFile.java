package io.edgesocket.cli;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A plan in a file, in a pipe such as {@code <(…)} of a shell, or {@code -} for standard input. */
final class PlanFile {
    private static final String STANDARD_INPUT = "-";

    private PlanFile() {}

    static Plan read(String name) {
        try {
            return PlanJson.read(name.equals(STANDARD_INPUT) ? standardInput() : content(name));
        } catch (IOException e) {
            throw new UsageException(
                    "can't read " + name + ": it is not a text file, or you have no permission to read it");
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + ": " + e.getMessage());
        }
    }

    private static String standardInput() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String content(String name) throws IOException {
        var file = UserFolder.resolve(name);
        if (Files.notExists(file) || Files.isDirectory(file)) {
            throw new UsageException("\"" + name
                    + "\" is neither a plan file nor a stack: there is no such file and no Pulumi." + name + ".yaml");
        }
        return Files.readString(file);
    }
}
