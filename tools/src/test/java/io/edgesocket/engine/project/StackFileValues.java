package io.edgesocket.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The table {@code stack-files/values.txt}: how values are written in a stack's file, and what a program gets. */
public final class StackFileValues {
    private static final Path TABLE = Path.of("tools", "src", "test", "resources", "stack-files", "values.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StackFileValues() {}

    private record Row(String yaml, String alone, String within) {
        static Row of(String line) {
            var cells = line.split("\\|", -1);
            return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip());
        }
    }

    /** A stack's file with each value twice: by itself, and within an object. */
    public static String asStackFile() {
        var file = new StringBuilder("config:\n");
        var rows = rows();
        for (var i = 0; i < rows.size(); i++) {
            file.append("  shop:alone")
                    .append(i)
                    .append(": ")
                    .append(rows.get(i).yaml())
                    .append('\n');
            file.append("  shop:within")
                    .append(i)
                    .append(": {value: ")
                    .append(rows.get(i).yaml())
                    .append("}\n");
        }
        return file.toString();
    }

    /** @param values what a program gets from that file, by full key */
    public static void assertAreThoseOfTheTable(Map<String, String> values) {
        var rows = rows();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            assertThat(values).as(row.yaml()).containsEntry("shop:alone" + i, row.alone());
            assertThat(json(values.get("shop:within" + i)).get("value"))
                    .as("{value: %s}", row.yaml())
                    .isEqualTo(json(row.within()));
        }
    }

    /** @param values some of what a program gets from that file, by full key */
    public static void assertTheTableHas(Map<String, String> values) {
        var rows = rows();
        values.forEach((key, value) -> {
            var row = rows.get(Integer.parseInt(key.replaceAll("[^0-9]", "")));
            if (key.startsWith("shop:alone")) {
                assertThat(value).as(row.yaml()).isEqualTo(row.alone());
            } else {
                assertThat(json(value).get("value"))
                        .as("{value: %s}", row.yaml())
                        .isEqualTo(json(row.within()));
            }
        });
    }

    private static List<Row> rows() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(TABLE + " can't be read", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
