package io.edgesocket.local.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.edgesocket.text.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * An event as one line of JSON: an object with {@code at} (ISO 8601), {@code subject}, once there is one
 * {@code connection}, {@code step}, {@code text}, {@code details}, and for a refusal {@code refusal} with
 * {@code status}, {@code because}, {@code fix} and {@code source}.
 */
public final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    public static String of(Event event) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("at", event.at().toString());
            json.writeStringField("subject", event.subject());
            if (event.connection().isPresent()) {
                json.writeStringField("connection", event.connection().get());
            }
            json.writeStringField("step", event.step().name());
            json.writeStringField("text", event.text());
            write(json, event.details());
            if (event.refusal().isPresent()) {
                write(json, event.refusal().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        return Printable.json(text.toString());
    }

    private static void write(JsonGenerator json, Map<String, String> details) throws IOException {
        json.writeObjectFieldStart("details");
        for (var detail : details.entrySet()) {
            json.writeStringField(detail.getKey(), detail.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Refusal refusal) throws IOException {
        json.writeObjectFieldStart("refusal");
        json.writeNumberField("status", refusal.status());
        json.writeStringField("because", refusal.because());
        json.writeStringField("fix", refusal.fix());
        json.writeStringField("source", refusal.source());
        json.writeEndObject();
    }
}
