package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

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

    /** @param now when the client connects, in milliseconds since 1970 */
    static ClientFields of(Stage stage, String connectionId, ConnectRequest request, long now) {
        var userAgent = request.header("User-Agent");
        return new ClientFields(
                fields(json -> {
                    json.writeStringField("stage", stage.name());
                    json.writeNumberField("connectedAt", now);
                }),
                fields(json -> {
                    json.writeObjectFieldStart("identity");
                    if (userAgent.isPresent()) {
                        json.writeStringField("userAgent", userAgent.get());
                    }
                    json.writeStringField("sourceIp", request.peer());
                    json.writeEndObject();
                }),
                fields(json -> {
                    json.writeStringField("domainName", request.host());
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
        var object = text.toString();
        return new SerializedString("," + object.substring(1, object.length() - 1));
    }
}
