package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which callers may call which function: the resource policies that the program registered. */
final class Permissions {
    private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*");
    private static final Set<String> PRINCIPALS = Set.of("apigateway.amazonaws.com", "*");
    private final List<PlayedResource> functions;
    private final List<PlayedResource> aliases;
    private final List<PlayedResource> permissions;

    private Permissions(
            List<PlayedResource> functions, List<PlayedResource> aliases, List<PlayedResource> permissions) {
        this.functions = functions;
        this.aliases = aliases;
        this.permissions = permissions;
    }

    static Permissions of(PlayedStack stack) {
        return new Permissions(
                stack.ofType("aws:lambda/function:Function").toList(),
                stack.ofType("aws:lambda/alias:Alias").toList(),
                stack.ofType("aws:lambda/permission:Permission").toList());
    }

    /**
     * Whether API Gateway may call a function. One that isn't of this stack is nothing to judge.
     *
     * @param uri       how it calls: an alias has permissions of its own, which the function's are not
     * @param sourceArn what it calls for
     */
    boolean allows(String functionUrn, String uri, String sourceArn) {
        return functions.stream()
                .filter(function -> function.urn().equals(functionUrn))
                .findFirst()
                .map(function -> permissions.stream()
                        .anyMatch(permission -> names(permission.text("function"), function)
                                && permission.text("qualifier").equals(qualifier(uri))
                                && covers(permission, sourceArn)))
                .orElse(true);
    }

    private String qualifier(String uri) {
        return aliases.stream()
                .filter(alias -> uri.contains(alias.word("arn")))
                .findFirst()
                .map(alias -> alias.text("name"))
                .orElse("");
    }

    private static boolean names(String text, PlayedResource function) {
        return text.equals(function.text("name")) && !text.isEmpty()
                || text.equals(function.id())
                || text.contains(function.word("name"))
                || text.contains(function.word("arn"))
                || text.endsWith(":" + function.text("name"))
                        && !function.text("name").isEmpty();
    }

    private static boolean covers(PlayedResource permission, String sourceArn) {
        var pattern = permission.text("sourceArn");
        return ACTIONS.contains(permission.text("action"))
                && PRINCIPALS.contains(permission.text("principal"))
                && (pattern.isEmpty() || matches(pattern, sourceArn));
    }

    /** As in a policy: {@code *} for any text, {@code ?} for any character. */
    static boolean matches(String pattern, String arn) {
        var quoted = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL).matcher(arn).matches();
    }
}
