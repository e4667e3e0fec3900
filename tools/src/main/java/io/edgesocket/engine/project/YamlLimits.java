package io.edgesocket.engine.project;

import io.edgesocket.engine.ProjectException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;

/**
 * What a project's YAML file may be. A file beyond it is no stack anybody writes; but reading it would take minutes, or
 * end in a crash.
 */
final class YamlLimits {
    /** Bytes of the file. */
    static final int SIZE_MAX = 1024 * 1024;
    /** Lists and mappings within each other. */
    static final int DEPTH_MAX = 100;
    /** Keys, values and items, those that aliases repeat counted each time. */
    static final int VALUES_MAX = 100_000;

    private final String file;
    private int values;

    private YamlLimits(String file) {
        this.file = file;
    }

    /** Looks at the text event by event: its depth must be known before the loader, which calls itself, reads it. */
    static void check(String file, LoadSettings settings, String text) {
        var depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEPTH_MAX) {
                throw tooDeep(file);
            }
        }
    }

    /** Looks at what aliases have made of it: a value may hold itself, or a small file very many values. */
    static void check(String file, Object content) {
        new YamlLimits(file).check(content, 0);
    }

    private void check(Object value, int depth) {
        values++;
        if (depth > DEPTH_MAX) {
            throw tooDeep(file);
        }
        if (values > VALUES_MAX) {
            throw new ProjectException(file + ": has more than " + VALUES_MAX
                    + " values, with what its aliases repeat: use fewer aliases");
        }
        parts(value).forEach(part -> check(part, depth + 1));
    }

    private static Stream<?> parts(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            return mapping.values().stream();
        }
        return value instanceof List<?> items ? items.stream() : Stream.of();
    }

    private static ProjectException tooDeep(String file) {
        return new ProjectException(file + ": its lists and mappings are more than " + DEPTH_MAX
                + " deep, or one holds itself through an alias: write it flatter");
    }
}
