package io.edgesocket.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting there is, for people to read. */
public final class SettingsListing {

    /**
     * @param key         as {@code pulumi config set --path} takes it; {@code *} is a name that the user chooses
     * @param byDefault   what it is when left out; {@code required} if it can't be, empty if it is nothing then
     * @param limits      what narrows the type; may be empty
     */
    public record Row(String key, String type, String byDefault, String limits, String description) {}

    private SettingsListing() {}

    /** A row for each key and for each group of keys, a group before what is in it. */
    public static List<Row> rows() {
        return below("", Settings.SHAPE).toList();
    }

    /** For a terminal. */
    public static String text() {
        return rows().stream().map(SettingsListing::paragraph).collect(Collectors.joining("\n"));
    }

    /** A table. */
    public static String markdown() {
        return rows().stream()
                .map(SettingsListing::line)
                .collect(Collectors.joining(
                        "", "| key | type | default | limits | what it is for |\n|---|---|---|---|---|\n", ""));
    }

    /** The first key of that name, in whichever group it is. */
    static Optional<String> elsewhere(String unknown) {
        var name = Nearest.name(unknown);
        return rows().stream()
                .map(Row::key)
                .filter(key -> key.endsWith("." + name) || key.endsWith(":" + name))
                .findFirst();
    }

    private static Stream<Row> below(String path, GroupShape group) {
        return group.fields().stream().flatMap(field -> {
            var key = path + field.key();
            return Stream.concat(Stream.of(row(key, field)), inside(key, field.shape()));
        });
    }

    private static Stream<Row> inside(String key, Shape shape) {
        if (shape instanceof GroupShape group) {
            return below(key + ".", group);
        }
        if (shape instanceof AloneShape either) {
            return inside(key, either.group());
        }
        return shape instanceof MapShape map ? inside(key + ".*", map.value()) : Stream.empty();
    }

    private static Row row(String key, Field field) {
        var byDefault = field.required() ? "required" : field.byDefault().orElse("");
        return new Row(key, field.shape().type(), byDefault, field.shape().limits(), field.description());
    }

    private static String paragraph(Row row) {
        var facts = Stream.of(row.type, defaultOf(row), row.limits).filter(fact -> !fact.isEmpty());
        return row.key + "\n    " + row.description + "\n    " + facts.collect(Collectors.joining("; ")) + "\n";
    }

    private static String defaultOf(Row row) {
        return row.byDefault.isEmpty() || row.byDefault.equals("required") ? row.byDefault : "default " + row.byDefault;
    }

    private static String line(Row row) {
        return Stream.of("`" + row.key + "`", row.type, row.byDefault, row.limits, row.description)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
