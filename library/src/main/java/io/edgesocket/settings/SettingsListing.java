package io.edgesocket.settings;

import io.edgesocket.settings.schema.KeyListing;
import io.edgesocket.settings.schema.KeyListing.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting there is, for people to read. */
public final class SettingsListing {

    private SettingsListing() {}

    /** A row for each key and for each group of keys, a group before what is in it. */
    public static List<Row> rows() {
        return KeyListing.rows(Settings.SHAPE).toList();
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

    private static String paragraph(Row row) {
        var facts = Stream.of(row.type(), defaultOf(row), row.limits()).filter(fact -> !fact.isEmpty());
        return row.key() + "\n    " + row.description() + "\n    " + facts.collect(Collectors.joining("; ")) + "\n";
    }

    private static String defaultOf(Row row) {
        return row.byDefault().isEmpty() || row.byDefault().equals("required")
                ? row.byDefault()
                : "default " + row.byDefault();
    }

    private static String line(Row row) {
        return Stream.of("`" + row.key() + "`", row.type(), row.byDefault(), row.limits(), row.description())
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
