package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What the request context of each event says of the client itself: fields of JSON, written once when the client connects.
 * Each text begins with a comma, as other fields stand before it.
 *
 * @param stage    {@code stage} and {@code connectedAt}
 * @param identity {@code identity}
 * @param names    {@code domainName}, {@code connectionId} and {@code apiId}
 */
public record ClientFields(SerializableString stage, SerializableString identity, SerializableString names) {
    private static final JsonFactory JSON = new JsonFactory();

    /** @param userAgent empty if the client gave none */
    static ClientFields of(
            Stage stage,
            String connectionId,
            String domainName,
            long connectedAt,
            String sourceIp,
            Optional<String> userAgent) {
        return new ClientFields(
                fields(json -> {
                    json.writeStringField("stage", stage.name());
                    json.writeNumberField("connectedAt", connectedAt);
                }),
                fields(json -> {
                    json.writeObjectFieldStart("identity");
                    if (userAgent.isPresent()) {
                        json.writeStringField("userAgent", userAgent.get());
                    }
                    json.writeStringField("sourceIp", sourceIp);
                    json.writeEndObject();
                }),
                fields(json -> {
                    json.writeStringField("domainName", domainName);
                    json.writeStringField("connectionId", connectionId);
                    json.writeStringField("apiId", stage.api().id());
                }));
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static SerializableString fields(Fields fields) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new SerializedString(
                "," + text.getBuffer().substring(1, text.getBuffer().length() - 1));
    }
}
