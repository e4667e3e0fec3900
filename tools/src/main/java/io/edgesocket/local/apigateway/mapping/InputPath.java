package io.edgesocket.local.apigateway.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * JSONPath, as Jayway's library reads it. It is loaded when a template first asks for a path, or another expression for
 * one that is more than names: most programs never do.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">Mapping
 *      template reference</a>
 */
final class InputPath {
    private static final Configuration PLAIN = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

    /** Paths come from the program, so there are few. */
    private static final Map<String, JsonPath> COMPILED = new ConcurrentHashMap<>();

    private InputPath() {}

    /**
     * What a path leads to. A path that may lead to several, such as {@code $..id}, always leads to a list, which may
     * be empty; elements without the last name are left out of it.
     *
     * @return a missing node if there is nothing
     * @throws MappingException if it is no JSONPath, or a function in it fails
     */
    static JsonNode find(String path, JsonNode json) {
        var compiled = COMPILED.computeIfAbsent(path, InputPath::compile);
        var root = Json.plain(json);
        if (root == null) { // an empty body, or null
            return MissingNode.getInstance();
        }
        try {
            return Json.node(compiled.read(root, PLAIN));
        } catch (PathNotFoundException nothing) {
            return MissingNode.getInstance();
        } catch (JsonPathException failed) {
            throw new MappingException("the JSONPath " + path + " failed: " + failed.getMessage(), failed);
        }
    }

    private static JsonPath compile(String path) {
        try {
            return JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException wrong) {
            throw new MappingException('"' + path + "\" is no JSONPath: " + wrong.getMessage(), wrong);
        }
    }
}
