package io.edgesocket.local.lambda;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds functions by the names and placeholders under which other resources' texts name them, or their aliases. */
record FunctionNames(Map<String, LocalFunction> byWord) {
    static final String ALIAS = "aws:lambda/alias:Alias";
    private static final Pattern WORD = Pattern.compile("\\w+");

    static FunctionNames of(PlayedStack stack, List<LocalFunction> functions) {
        var names = new FunctionNames(new HashMap<>());
        var byUrn = new HashMap<String, LocalFunction>();
        functions.forEach(function -> byUrn.put(function.urn(), function));
        stack.ofType(RegisteredFunction.TYPE).forEach(resource -> names.add(resource, byUrn.get(resource.urn())));
        stack.ofType(ALIAS)
                .forEach(alias -> names.find(alias.text("functionName"))
                        .ifPresent(function -> names.byWord.put(alias.word("arn"), function)));
        return names;
    }

    private void add(PlayedResource resource, LocalFunction function) {
        byWord.put(resource.word("arn"), function);
        byWord.put(resource.word("name"), function);
        byWord.put(resource.id(), function);
        if (!resource.text("name").isEmpty()) {
            byWord.put(resource.text("name"), function);
        }
    }

    Optional<LocalFunction> find(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(byWord::containsKey)
                .findFirst()
                .map(byWord::get);
    }
}
