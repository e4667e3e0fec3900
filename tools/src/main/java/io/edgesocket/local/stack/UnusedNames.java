package io.edgesocket.local.stack;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Names that options have and the stack has not: without a word, a misspelt one would have no effect. */
public final class UnusedNames {
    private UnusedNames() {}

    /**
     * @param option such as {@code --origin}
     * @param given  names that it was given with
     * @param known  all that would have an effect
     * @param because what is wrong with another, such as {@code no distribution has such an origin}
     * @throws RefusedStackException if one is not known
     */
    public static void refuse(String option, Set<String> given, Collection<String> known, String because) {
        var unused = new TreeSet<>(given);
        unused.removeAll(known);
        if (!unused.isEmpty()) {
            throw new RefusedStackException(option + " " + String.join(", ", unused) + ": " + because + "; there "
                    + (known.isEmpty() ? "is none" : "are " + String.join(", ", new TreeSet<>(known))));
        }
    }
}
