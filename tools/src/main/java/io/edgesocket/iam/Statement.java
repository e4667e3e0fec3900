package io.edgesocket.iam;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One statement of a policy: it allows the actions on the resources.
 *
 * @param condition IAM's operator, then its key, then the values
 */
record Statement(List<String> actions, List<String> resources, Map<String, Map<String, List<String>>> condition) {
    /** Those that differ by their actions alone are one, and those that differ by their resources alone. */
    static List<Statement> merged(List<Statement> statements) {
        var byScope = merged(
                statements,
                statement -> new Scope(statement.resources, statement.condition),
                Statement::actions,
                (scope, actions) -> new Statement(actions, scope.names(), scope.condition()));
        return merged(
                byScope,
                statement -> new Scope(statement.actions, statement.condition),
                Statement::resources,
                (scope, resources) -> new Statement(scope.names(), resources, scope.condition()));
    }

    /** What statements have in common: their condition, and their resources or their actions. */
    private record Scope(List<String> names, Map<String, Map<String, List<String>>> condition) {}

    private static List<Statement> merged(
            List<Statement> statements,
            Function<Statement, Scope> common,
            Function<Statement, List<String>> different,
            BiFunction<Scope, List<String>, Statement> together) {
        return statements.stream()
                .collect(groupingBy(
                        common,
                        LinkedHashMap::new,
                        flatMapping(statement -> different.apply(statement).stream(), toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(merged -> together.apply(merged.getKey(), List.copyOf(merged.getValue())))
                .toList();
    }
}
