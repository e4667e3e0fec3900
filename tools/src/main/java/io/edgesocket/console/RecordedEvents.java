package io.edgesocket.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What {@code local --trace json} printed into a file. Of a very long one the newest {@value #KEPT} lines are shown. */
public final class RecordedEvents implements Events {
    static final int KEPT = 50_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String about;
    private final List<Line> lines;
    private final long forgotten;

    private RecordedEvents(String about, List<Line> lines, long forgotten) {
        this.about = about;
        this.lines = lines;
        this.forgotten = forgotten;
    }

    /**
     * @throws NotRecordedException if a line is no event; the message says which
     * @throws IOException          if the file can't be read
     */
    public static RecordedEvents read(Path file) throws IOException {
        var kept = new ArrayDeque<Line>();
        var number = 0L;
        var forgotten = 0L;
        try (var reader = Files.newBufferedReader(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    kept.add(event(line, number));
                }
                if (kept.size() > KEPT) {
                    kept.remove();
                    forgotten++;
                }
            }
        } catch (CharacterCodingException e) {
            throw new NotRecordedException("line " + (number + 1) + " or one near it is no UTF-8");
        }
        var about = JSON.createObjectNode()
                .put("run", UUID.randomUUID().toString())
                .put("recorded", String.valueOf(file.getFileName()));
        return new RecordedEvents(about.toString(), new ArrayList<>(kept), forgotten);
    }

    private static Line event(String line, long number) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode event
                    && event.path("step").isTextual()
                    && event.path("at").isTextual()
                    && event.path("subject").isTextual()) {
                return new Recorded(event.toString());
            }
        } catch (JsonProcessingException e) {
            throw new NotRecordedException("line " + number + " is no JSON: " + e.getOriginalMessage());
        }
        throw new NotRecordedException("line " + number + " is no event: it has no at, subject and step");
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public Batch after(long number) {
        var first = (int) Math.min(lines.size(), Math.max(0, number));
        return new Batch(lines.subList(first, lines.size()), number == 0 ? forgotten : 0, lines.size());
    }

    /** A file is short enough to be shown whole. */
    private record Recorded(String json) implements Line {
        @Override
        public boolean matters() {
            return true;
        }
    }
}
