package io.edgesocket.components;

import static com.pulumi.codegen.internal.Serialization.serializeJson;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some actions that a role may take, on one resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM's grammar</a>
 */
record PolicyStatement(List<String> actions, Output<String> resource) {
    PolicyStatement {
        actions = List.copyOf(actions);
    }

    static Output<String> document(List<PolicyStatement> statements) {
        return Output.all(statements.stream().map(PolicyStatement::resource).toList()).applyValue(resources -> {
            var allowed = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < resources.size(); i++) {
                allowed.add(statements.get(i).allow(resources.get(i)));
            }
            return json(allowed);
        });
    }

    /** What lets Lambda take a role. */
    static String trustOfLambda() {
        var statement = ordered("Effect", "Allow");
        statement.put("Principal", Map.of("Service", "lambda.amazonaws.com"));
        statement.put("Action", "sts:AssumeRole");
        return json(List.of(statement));
    }

    private Map<String, Object> allow(String arn) {
        var statement = ordered("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", arn);
        return statement;
    }

    private static String json(List<Map<String, Object>> statements) {
        var document = ordered("Version", "2012-10-17");
        document.put("Statement", statements);
        return serializeJson(document);
    }

    /** Keys stay as they are written: the same policy is the same text on every run. */
    private static Map<String, Object> ordered(String key, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        return map;
    }
}
