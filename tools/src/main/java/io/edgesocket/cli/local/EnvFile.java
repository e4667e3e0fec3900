package io.edgesocket.cli.local;

import io.edgesocket.cli.call.UsageException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Environment variables in a file, a line each, as other tools take them: {@code NAME=value}, {@code export NAME="value"};
 * empty lines, and lines that begin with {@code #}, mean nothing. What is wrong is told without the value.
 */
final class EnvFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

    private EnvFile() {}

    /** @throws UsageException if it can't be read */
    static Map<String, String> read(Path file) {
        var variables = new LinkedHashMap<String, String>();
        try {
            var number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    add(line, variables, file + ":" + number);
                }
            }
        } catch (MalformedInputException e) {
            throw new UsageException("--env-file " + file + ": it is no text in UTF-8");
        } catch (IOException e) {
            throw new UsageException(
                    "--env-file " + file + ": " + (Files.exists(file) ? "it can't be read" : "there is no such file"));
        }
        return variables;
    }

    private static void add(String line, Map<String, String> variables, String place) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new UsageException("--env-file " + place + ": expected NAME=value; a name has letters, digits and _");
        }
        variables.put(parts.group(1), unquoted(parts.group(2)));
    }

    private static String unquoted(String value) {
        var quoted = QUOTED.matcher(value);
        if (!quoted.matches()) {
            return value;
        }
        return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
    }
}
