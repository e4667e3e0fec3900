package io.edgesocket.plan;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An output of a resource in a text of a plan, as in <code>${chat.apiEndpoint}</code>.
 *
 * @param output its name, without what is below it
 */
public record Reference(String name, String output) {
    /** A literal <code>$${</code>, or a reference. */
    public static final Pattern PATTERN = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}");

    /** Those in a text that name one of the resources. */
    public static Stream<Reference> in(String text, Set<String> names) {
        return PATTERN.matcher(text)
                .results()
                .flatMap(found -> Optional.ofNullable(found.group(1)).stream())
                .flatMap(reference -> of(reference, names).stream());
    }

    /** Names and outputs can both have dots. So the name is the longest known one that is followed by a dot. */
    public static Optional<Reference> of(String reference, Set<String> names) {
        for (var dot = reference.lastIndexOf('.'); dot > 0; dot = reference.lastIndexOf('.', dot - 1)) {
            if (names.contains(reference.substring(0, dot))) {
                var output = reference.substring(dot + 1).split("[.\\[]", 2)[0];
                return Optional.of(new Reference(reference.substring(0, dot), output));
            }
        }
        return Optional.empty();
    }
}
