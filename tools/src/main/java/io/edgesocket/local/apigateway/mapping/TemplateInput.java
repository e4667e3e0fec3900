package io.edgesocket.local.apigateway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code $input} in a template, and what stands beside it. Public, as Velocity finds its methods by reflection. */
public final class TemplateInput {
    private final byte[] body;
    private final Map<String, Object> context;
    private final Map<String, String> stageVariables;
    private final Map<String, Map<String, String>> params;

    /** @param params {@code header} and {@code querystring} of the handshake */
    public TemplateInput(
            byte[] body,
            Map<String, Object> context,
            Map<String, String> stageVariables,
            Map<String, Map<String, String>> params) {
        this.body = body.clone();
        this.context = context;
        this.stageVariables = stageVariables;
        this.params = params;
    }

    /** {@code $input.body}. */
    public String getBody() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * {@code $input.path('$.a.b')}: what a JSONPath leads to, as a value to walk through. The empty text where there is
     * nothing, and where the body isn't JSON.
     *
     * @throws MappingException if it is no JSONPath
     */
    public Object path(String path) {
        var found = find(path);
        return found.isMissingNode() ? "" : Json.plain(found);
    }

    /** {@code $input.json('$.a.b')}: the same as JSON text. */
    public String json(String path) {
        var found = find(path);
        return found.isMissingNode() ? "\"\"" : found.toString();
    }

    /** {@code $input.params()}. */
    public Map<String, Map<String, String>> params() {
        return params;
    }

    /** {@code $input.params('name')}: of the query string, then of the headers. */
    public String params(String name) {
        return params.getOrDefault("querystring", Map.of())
                .getOrDefault(name, params.getOrDefault("header", Map.of()).getOrDefault(name, ""));
    }

    Map<String, Object> context() {
        return context;
    }

    Map<String, String> stageVariables() {
        return stageVariables;
    }

    private JsonNode find(String path) {
        try {
            return InputPath.find(path, Json.tree(body));
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
