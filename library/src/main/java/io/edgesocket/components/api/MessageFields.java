package io.edgesocket.components.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service of AWS is sent of a message: the same fields for each service, in its own form, as parts of a mapping
 * template. Domain name and stage are where the receiver can answer the connection.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html">Mapping
 *      template reference</a>
 */
final class MessageFields {
    private static final List<Field> OF_EACH_EVENT = List.of(
            new Field("connectionId", "$context.connectionId", false),
            new Field("requestId", "$context.requestId", false),
            new Field("requestTimeEpoch", "$context.requestTimeEpoch", true),
            new Field("routeKey", "$context.routeKey", false),
            new Field("eventType", "$context.eventType", false),
            new Field("domainName", "$context.domainName", false),
            new Field("stage", "$context.stage", false));
    private static final Field BODY = new Field("body", "$input.body", false);

    private final List<Field> fields;

    private record Field(String name, String variable, boolean isNumber) {}

    private MessageFields(List<Field> fields) {
        this.fields = fields;
    }

    /** There is a message to every route key but {@code $connect} and {@code $disconnect}. */
    static MessageFields of(String routeKey) {
        return routeKey.equals(RouteKeys.CONNECT) || routeKey.equals(RouteKeys.DISCONNECT)
                ? new MessageFields(OF_EACH_EVENT)
                : new MessageFields(
                        Stream.concat(OF_EACH_EVENT.stream(), Stream.of(BODY)).toList());
    }

    /**
     * A variable's value as it stands between the quotes of a JSON text. {@code $util.escapeJavaScript} writes {@code \'},
     * which JSON doesn't know.
     *
     * @param levels 2 for a JSON text that is itself within one
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">$util
     *      template variables</a>
     */
    static String escaped(String variable, int levels) {
        return levels == 0
                ? variable
                : "$util.escapeJavaScript(" + escaped(variable, levels - 1) + ").replaceAll(\"\\\\'\",\"'\")";
    }

    /** A JSON object, for the inside of a JSON text. */
    String jsonInText() {
        return object(
                field -> "\\\"" + field.name() + "\\\":",
                field -> field.isNumber() ? field.variable() : "\\\"" + escaped(field.variable(), 2) + "\\\"");
    }

    /** A JSON object, percent-encoded. */
    String urlEncoded() {
        return encoded("{")
                + fields.stream()
                        .map(field -> encoded('"' + field.name() + "\":") + urlEncoded(field))
                        .collect(Collectors.joining(encoded(",")))
                + encoded("}");
    }

    private static String urlEncoded(Field field) {
        return field.isNumber()
                ? field.variable()
                : encoded("\"") + "$util.urlEncode(" + escaped(field.variable(), 1) + ")" + encoded("\"");
    }

    /** An item of DynamoDB. */
    String item() {
        return object(
                field -> '"' + field.name() + "\":",
                field -> field.isNumber()
                        ? "{\"N\":\"" + field.variable() + "\"}"
                        : "{\"S\":\"" + escaped(field.variable(), 1) + "\"}");
    }

    private String object(Function<Field, String> name, Function<Field, String> value) {
        return fields.stream()
                .map(field -> name.apply(field) + value.apply(field))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
