package io.edgesocket.cli;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A plan in a file, in a pipe such as {@code <(…)} of a shell, or {@code -} for standard input. */
final class PlanFile {
    private static final String STANDARD_INPUT = "-";
    private static final int MEBIBYTE = 1024 * 1024;
    /** Bytes. A plan of a thousand resources has one of them. */
    private static final int SIZE_MAX = 8 * MEBIBYTE;

    private PlanFile() {}

    static Plan read(String name) {
        try {
            return PlanJson.read(name.equals(STANDARD_INPUT) ? text(name, System.in) : content(name));
        } catch (IOException e) {
            throw new UsageException(
                    "can't read " + name + ": it is not a text file, or you have no permission to read it");
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + ": " + e.getMessage());
        }
    }

    /** Bytes that are no UTF-8 are shown by the reader of the JSON, which says where they are. */
    private static String text(String name, InputStream content) throws IOException {
        var bytes = content.readNBytes(SIZE_MAX + 1);
        if (bytes.length > SIZE_MAX) {
            throw new UsageException(name + ": has more than " + SIZE_MAX / MEBIBYTE
                    + " MiB; a plan's file is smaller; write one with: ./edgesocket plan --format json");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String content(String name) throws IOException {
        var file = UserFolder.resolve(name);
        if (Files.notExists(file) || Files.isDirectory(file)) {
            throw new UsageException("\"" + name
                    + "\" is neither a plan file nor a stack: there is no such file and no Pulumi." + name + ".yaml");
        }
        try (var content = Files.newInputStream(file)) {
            return text(name, content);
        }
    }
}
