package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import io.edgesocket.local.apigateway.mapping.Json;
import io.edgesocket.local.stack.PlayedResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a message must look like: a JSON schema, read as draft 4 even if it names another. References to other models of
 * the API are followed; nothing is fetched.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html">Request
 *      validation</a>
 */
record Model(String name, JsonSchema schema) {
    private static final String REFERENCE = "https://apigateway.amazonaws.com/restapis/%s/models/%s";
    private static final int SHOWN = 3;

    /** @throws GatewayErrorException if its schema can't be read */
    static Model of(PlayedResource model, Deployed deployed) {
        var others = deployed.ofType("model:Model").collect(Collectors.toMap(Model::reference, Model::schemaText));
        var factory = JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.schemas(others).add(DisallowSchemaLoader.getInstance())));
        try {
            return new Model(model.text("name"), factory.getSchema(Json.tree(bytes(schemaText(model)))));
        } catch (IOException | JsonSchemaException wrong) {
            throw unreadable(model.name(), wrong);
        }
    }

    private static String reference(PlayedResource model) {
        return REFERENCE.formatted(model.text("apiId"), model.text("name"));
    }

    private static String schemaText(PlayedResource model) {
        try {
            var schema = Json.tree(bytes(model.text("schema")));
            return schema instanceof ObjectNode object
                    ? object.without("$schema").toString()
                    : schema.toString();
        } catch (IOException notJson) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws GatewayErrorException if the message doesn't match */
    void check(JsonNode message) {
        var wrong = problems(message);
        if (!wrong.isEmpty()) {
            throw new GatewayErrorException(
                    GatewayError.BAD_BODY,
                    "it doesn't match the model " + name + ": "
                            + wrong.stream()
                                    .limit(SHOWN)
                                    .map(ValidationMessage::getMessage)
                                    .collect(Collectors.joining("; ")));
        }
    }

    /** References are followed here, not when the schema is read. */
    private Set<ValidationMessage> problems(JsonNode message) {
        try {
            return schema.validate(message);
        } catch (JsonSchemaException wrong) {
            throw unreadable(name, wrong);
        }
    }

    private static GatewayErrorException unreadable(String name, Exception wrong) {
        return new GatewayErrorException(
                GatewayError.BAD_BODY, "the schema of " + name + " can't be read: " + wrong.getMessage());
    }
}
