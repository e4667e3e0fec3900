package io.edgesocket.components;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;

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
            var allowed = new JsonArray();
            for (int i = 0; i < resources.size(); i++) {
                allowed.add(statements.get(i).allowing(resources.get(i)));
            }
            return document(allowed);
        });
    }

    /** What lets Lambda take a role. */
    static String trustOfLambda() {
        var lambda = new JsonObject();
        lambda.addProperty("Service", "lambda.amazonaws.com");
        var statement = allow();
        statement.add("Principal", lambda);
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
        statement.addProperty("Resource", arn);
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
