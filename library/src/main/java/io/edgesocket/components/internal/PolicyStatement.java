package io.edgesocket.components.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some actions that a role may take, on one resource. Policies of resources are written here too.
 *
 * @param condition under which the actions are denied instead; none if they are allowed
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM's grammar</a>
 */
public record PolicyStatement(List<String> actions, Output<String> resource, Optional<Condition> condition) {
    public PolicyStatement {
        actions = List.copyOf(actions);
    }

    /** Of actions that may be taken. */
    public PolicyStatement(List<String> actions, Output<String> resource) {
        this(actions, resource, Optional.empty());
    }

    /** Such as {@code {"Null": {"lambda:SourceFunctionArn": "false"}}}. */
    public record Condition(String operator, String key, String value) {
        private JsonObject json() {
            var compared = new JsonObject();
            compared.addProperty(key, value);
            var condition = new JsonObject();
            condition.add(operator, compared);
            return condition;
        }
    }

    /** Denies actions on anything under a condition, whoever allows them. */
    public static PolicyStatement denying(List<String> actions, String operator, String key, String value) {
        return new PolicyStatement(actions, Output.of("*"), Optional.of(new Condition(operator, key, value)));
    }

    /** The policy of a role. */
    public static Output<String> document(List<PolicyStatement> statements) {
        return Output.all(statements.stream().map(PolicyStatement::resource).toList())
                .applyValue(resources -> document(IntStream.range(0, resources.size())
                        .mapToObj(i -> statements.get(i).on(resources.get(i)))
                        .toArray(JsonObject[]::new)));
    }

    /** The policy of a resource, of statements made with {@link #allowing(String, String, List, String)}. */
    public static String document(JsonObject... statements) {
        var document = new JsonObject();
        document.addProperty("Version", "2012-10-17");
        document.add("Statement", array(statements));
        return document.toString();
    }

    /** What lets services of AWS take a role. */
    public static String trustOf(String... services) {
        var names = names(List.of(services));
        var statement = allow("Service", names.size() == 1 ? names.get(0) : names);
        statement.addProperty("Action", "sts:AssumeRole");
        return document(statement);
    }

    /**
     * Lets somebody take actions on the resource that the policy belongs to.
     *
     * @param kind      {@code Service} or {@code AWS}
     * @param principal who may
     */
    public static JsonObject allowing(String kind, String principal, List<String> actions, String resource) {
        return on(resource, actions, allow(kind, new JsonPrimitive(principal)));
    }

    private JsonObject on(String arn) {
        var statement = new JsonObject();
        statement.addProperty("Effect", condition.isPresent() ? "Deny" : "Allow");
        condition.ifPresent(under -> statement.add("Condition", under.json()));
        return on(Placeholder.ifAbsent(arn, "resource of " + String.join(", ", actions)), actions, statement);
    }

    private static JsonObject allow(String kind, JsonElement principals) {
        var principal = new JsonObject();
        principal.add(kind, principals);
        var statement = new JsonObject();
        statement.addProperty("Effect", "Allow");
        statement.add("Principal", principal);
        return statement;
    }

    private static JsonObject on(String resource, List<String> actions, JsonObject statement) {
        statement.add("Action", names(actions));
        statement.addProperty("Resource", resource);
        return statement;
    }

    private static JsonArray names(List<String> names) {
        return array(names.stream().map(JsonPrimitive::new).toArray(JsonElement[]::new));
    }

    private static JsonArray array(JsonElement... elements) {
        var array = new JsonArray();
        List.of(elements).forEach(array::add);
        return array;
    }
}
