package io.edgesocket.components.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;

/**
 * Some actions that a role may take, on one resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM's grammar</a>
 */
public record PolicyStatement(List<String> actions, Output<String> resource) {
    public PolicyStatement {
        actions = List.copyOf(actions);
    }

    public static Output<String> document(List<PolicyStatement> statements) {
        return Output.all(statements.stream().map(PolicyStatement::resource).toList())
                .applyValue(resources -> {
                    var allowed = new JsonArray();
                    for (int i = 0; i < resources.size(); i++) {
                        allowed.add(statements.get(i).allowing(resources.get(i)));
                    }
                    return document(allowed);
                });
    }

    /** What lets services of AWS take a role. */
    public static String trustOf(String... services) {
        var names = new JsonArray();
        List.of(services).forEach(names::add);
        var principal = new JsonObject();
        principal.add("Service", names.size() == 1 ? names.get(0) : names);
        var statement = allow();
        statement.add("Principal", principal);
        statement.addProperty("Action", "sts:AssumeRole");
        var statements = new JsonArray();
        statements.add(statement);
        return document(statements);
    }

    private JsonObject allowing(String arn) {
        var names = new JsonArray();
        actions.forEach(names::add);
        var statement = allow();
        statement.add("Action", names);
        statement.addProperty("Resource", Placeholder.ifAbsent(arn, "resource of " + String.join(", ", actions)));
        return statement;
    }

    private static JsonObject allow() {
        var statement = new JsonObject();
        statement.addProperty("Effect", "Allow");
        return statement;
    }

    private static String document(JsonArray statements) {
        var document = new JsonObject();
        document.addProperty("Version", "2012-10-17");
        document.add("Statement", statements);
        return document.toString();
    }
}
