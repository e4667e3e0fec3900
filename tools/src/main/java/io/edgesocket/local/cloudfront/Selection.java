package io.edgesocket.local.cloudfront;

import java.util.Set;
import java.util.function.Predicate;

/** Which names a policy takes, in the words of the API. */
final class Selection {
    static final Predicate<String> NONE = name -> false;
    static final Predicate<String> ALL = name -> true;

    private Selection() {}

    /** @param behavior {@code none}, {@code whitelist}, {@code all…} or {@code allExcept} */
    static Predicate<String> of(String behavior, Set<String> names) {
        return switch (behavior) {
            case "whitelist" -> names::contains;
            case "all", "allViewer", "allViewerAndWhitelistCloudFront" -> ALL;
            case "allExcept" -> name -> !names.contains(name);
            default -> NONE;
        };
    }
}
