package io.edgesocket.components.api;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The language in which API Gateway chooses a route, a template or a model: text with variables in it, as in
 * <code>${request.body.service}/${request.body.action}</code>. A dollar sign that begins no variable is written {@code \$}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html">Selection
 *      expressions</a>
 */
final class SelectionExpression {
    private static final String EXAMPLE = "$request.body.action or ${request.body.a}/${request.body.b}";
    private static final Pattern ESCAPED = Pattern.compile("\\\\\\$");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^{}]*}|[A-Za-z][A-Za-z0-9_.\\[\\]-]*)");
    private static final Pattern KNOWN = Pattern.compile(
            "\\$\\{?(request\\.(body|header|querystring)|context|stageVariables)(\\.[A-Za-z0-9_$\\[\\]'\"@*:-]+)+}?");
    /** What somebody wrote who forgot the dollar sign. */
    private static final Pattern WITHOUT_DOLLAR =
            Pattern.compile("(?<![A-Za-z0-9_.])(request|context|stageVariables)\\.[A-Za-z][A-Za-z0-9_.]*");

    private SelectionExpression() {}

    static void check(String expression, Problems problems, Property property) {
        problems.unless(!expression.isBlank(), property, "nothing", "an expression such as " + EXAMPLE);
        mistake(expression)
                .ifPresent(
                        part -> problems.add(property, '"' + expression + '"', part + ", write it as in " + EXAMPLE));
    }

    private static Optional<String> mistake(String expression) {
        var rest = ESCAPED.matcher(expression).replaceAll("");
        var unknown = VARIABLE.matcher(rest)
                .results()
                .map(match -> match.group())
                .filter(variable -> !KNOWN.matcher(variable).matches())
                .findFirst();
        if (unknown.isPresent()) {
            return unknown.map(SelectionExpression::explained);
        }
        var leftOver = VARIABLE.matcher(rest).replaceAll("");
        if (leftOver.contains("$")) {
            return Optional.of("it has a $ without a variable");
        }
        return WITHOUT_DOLLAR
                .matcher(leftOver)
                .results()
                .map(match -> match.group() + " is plain text without a $ before it")
                .findFirst();
    }

    /** The text that an expression gives for every message: a correct one, without any variable. */
    static Optional<String> plainText(String expression) {
        var rest = ESCAPED.matcher(expression).replaceAll("");
        return expression.isBlank()
                        || mistake(expression).isPresent()
                        || VARIABLE.matcher(rest).find()
                ? Optional.empty()
                : Optional.of(ESCAPED.matcher(expression).replaceAll("\\$"));
    }

    private static String explained(String variable) {
        return RouteKeys.PREDEFINED.contains(variable)
                ? variable + " is read as a variable: for the key itself write \\" + variable + "; for a variable"
                : variable
                        + " is no variable that begins with request.body, request.header, request.querystring, context or "
                        + "stageVariables";
    }
}
