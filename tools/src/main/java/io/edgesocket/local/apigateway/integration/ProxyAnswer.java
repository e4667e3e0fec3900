package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.edgesocket.local.apigateway.stage.Integration.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a function behind {@code AWS_PROXY} returned: {@code statusCode}, {@code headers} and {@code body}. */
final class ProxyAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private int status;
    private Map<String, String> headers = Map.of();
    private String body = "";

    private ProxyAnswer() {}

    static Answer read(byte[] payload) {
        try (var json = JSON.createParser(payload)) {
            return json.nextToken() == JsonToken.START_OBJECT
                    ? new ProxyAnswer().readObject(json)
                    : Answer.unreadable("the function returned " + json.currentToken() + ", not an object");
        } catch (IOException notJson) {
            return Answer.unreadable("the function returned no JSON");
        }
    }

    private Answer readObject(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "statusCode" -> status = json.getValueAsInt();
                case "body" -> body = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                case "headers" -> headers(json);
                default -> json.skipChildren();
            }
        }
        return status == 0
                ? Answer.unreadable("the function returned no statusCode")
                : new Answer(status, headers, body, Optional.empty());
    }

    private void headers(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                headers.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }
}
