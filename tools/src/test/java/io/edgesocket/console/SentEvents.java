package io.edgesocket.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Reads what a page of the console is sent. */
final class SentEvents implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private final JsonNode about;
    private final Queue<String> unread = new ArrayDeque<>();
    private String lastId = "";
    private long missed;

    private SentEvents(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        this.about = next();
    }

    /** @param last the id of the last that the page has */
    static SentEvents open(URI address, String last) throws IOException {
        var events = URI.create("http://" + address.getAuthority() + "/events").toURL();
        var connection = (HttpURLConnection) events.openConnection();
        connection.setReadTimeout(20_000);
        connection.setRequestProperty("X-Console-Token", address.getFragment());
        connection.setRequestProperty("Last-Event-ID", last);
        return new SentEvents(connection);
    }

    JsonNode about() {
        return about;
    }

    String lastId() {
        return lastId;
    }

    /** How many it was told that it misses, so far. */
    long missed() {
        return missed;
    }

    /** The texts of as many events. */
    List<String> texts(int count) throws IOException {
        var texts = new ArrayList<String>();
        while (texts.size() < count) {
            if (unread.isEmpty()) {
                var message = next();
                missed += message.path("missed").asLong();
                message.path("events")
                        .forEach(event -> unread.add(event.path("text").asText()));
            } else {
                texts.add(unread.remove());
            }
        }
        return texts;
    }

    private JsonNode next() throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                lastId = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                return JSON.readTree(line.substring("data: ".length()));
            }
        }
        throw new IOException("the console has ended");
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
