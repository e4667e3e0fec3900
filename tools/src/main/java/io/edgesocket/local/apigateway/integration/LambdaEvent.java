package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.edgesocket.local.apigateway.stage.ClfTime;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Exchange.Connecting;
import io.edgesocket.local.apigateway.stage.Exchange.Disconnecting;
import io.edgesocket.local.apigateway.stage.Exchange.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The event of a function. It is written to bytes directly, because it is made for every message.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html">Request
 *      context</a>
 */
final class LambdaEvent {
    private static final int ENVELOPE = 700;
    private static final JsonFactory JSON = JsonMapper.builder().build().getFactory();
    private final Exchange exchange;
    private final JsonGenerator json;

    private LambdaEvent(Exchange exchange, JsonGenerator json) {
        this.exchange = exchange;
        this.json = json;
    }

    /** For a proxy integration. */
    static byte[] of(Exchange exchange) {
        return write(exchange, event -> {
            event.what();
            event.json.writeBooleanField("isBase64Encoded", false);
        });
    }

    /** For a {@code REQUEST} authorizer. */
    static byte[] toAuthorize(Exchange exchange, String methodArn) {
        return write(exchange, event -> {
            event.json.writeStringField("type", "REQUEST");
            event.json.writeStringField("methodArn", methodArn);
            event.what();
        });
    }

    private interface Fields {
        void write(LambdaEvent event) throws IOException;
    }

    private static byte[] write(Exchange exchange, Fields fields) {
        var bytes = new ByteArrayBuilder(ENVELOPE + exchange.what().body().length);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(new LambdaEvent(exchange, json));
            json.writeEndObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private void what() throws IOException {
        if (exchange.what() instanceof Connecting connecting) {
            multiValued("headers", "multiValueHeaders", IntegrationHeaders.of(connecting.request()));
            if (!connecting.query().values().isEmpty()) {
                multiValued(
                        "queryStringParameters",
                        "multiValueQueryStringParameters",
                        connecting.query().values());
            }
        }
        if (exchange.what() instanceof Disconnecting) {
            multiValued("headers", "multiValueHeaders", IntegrationHeaders.ofDisconnect(exchange.client()));
        }
        if (!exchange.client().stage().variables().isEmpty()) {
            json.writePOJOField("stageVariables", exchange.client().stage().variables());
        }
        requestContext();
        if (exchange.what() instanceof Message message) {
            json.writeFieldName("body");
            json.writeUTF8String(message.body(), 0, message.body().length);
        }
    }

    private void multiValued(String single, String multi, Map<String, List<String>> values) throws IOException {
        json.writeObjectFieldStart(single);
        for (var entry : values.entrySet()) {
            json.writeStringField(
                    entry.getKey(), entry.getValue().get(entry.getValue().size() - 1));
        }
        json.writeEndObject();
        json.writePOJOField(multi, values);
    }

    private void requestContext() throws IOException {
        var client = exchange.client();
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("routeKey", exchange.routeKey());
        kind();
        if (!client.authorizer().isEmpty()) {
            json.writePOJOField("authorizer", client.authorizer());
        }
        json.writeStringField("eventType", exchange.what().eventType());
        json.writeStringField("extendedRequestId", exchange.requestId());
        json.writeStringField("requestTime", ClfTime.of(exchange.at()));
        json.writeStringField("messageDirection", "IN");
        if (exchange.what() instanceof Disconnecting end) {
            json.writeStringField("disconnectReason", end.reason());
        }
        json.writeRaw(client.fields().stage());
        json.writeNumberField("requestTimeEpoch", exchange.at());
        json.writeRaw(client.fields().identity());
        json.writeStringField("requestId", exchange.requestId());
        json.writeRaw(client.fields().names());
        json.writeEndObject();
    }

    private void kind() throws IOException {
        if (exchange.what() instanceof Message message) {
            json.writeStringField("messageId", message.id());
        } else if (exchange.what() instanceof Disconnecting end) {
            json.writeNumberField("disconnectStatusCode", end.code());
        }
    }
}
