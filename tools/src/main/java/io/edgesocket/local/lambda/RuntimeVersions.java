package io.edgesocket.local.lambda;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Compares the version that a function asks for with the one that this machine has: Node.js 22, Python 3.13. */
final class RuntimeVersions {
    private static final Pattern RUNTIME = Pattern.compile("nodejs(?<node>\\d+)\\.x|python(?<python>\\d+\\.\\d+)");

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Says once for each runtime that it is played on another version.
     *
     * @param runtime such as {@code nodejs22.x}
     * @param runsOn  such as {@code Node.js 22.4.1}
     */
    Optional<String> warning(String runtime, String runsOn) {
        var asked = RUNTIME.matcher(runtime);
        if (!asked.matches()) {
            return Optional.empty();
        }
        var version = asked.group("node") == null ? asked.group("python") : asked.group("node");
        var language = asked.group("node") == null ? "Python" : "Node.js";
        return runsOn.startsWith(language + " " + version + ".") || !told.add(runtime)
                ? Optional.empty()
                : Optional.of(
                        "warning: " + runtime + " is played on " + runsOn + ", and may do other things on Lambda; put "
                                + language + " " + version + " first on the PATH");
    }
}
