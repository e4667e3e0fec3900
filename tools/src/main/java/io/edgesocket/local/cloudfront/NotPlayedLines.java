package io.edgesocket.local.cloudfront;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is registered but not played, so that nothing is ignored silently. */
final class NotPlayedLines {
    private final Set<String> lines = new LinkedHashSet<>();

    void add(String resource, String text) {
        lines.add(resource + ": " + text);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
