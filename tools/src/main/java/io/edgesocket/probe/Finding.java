package io.edgesocket.probe;

import java.time.Duration;
import java.util.List;

/**
 * What one check found.
 *
 * @param id          its group and its name, such as {@code edge.via}
 * @param expectation what must be so
 * @param source      who says so
 * @param basis       how sure it is that AWS does so
 * @param wire        what was sent ({@code >}) and what came ({@code <}); without secrets
 */
public record Finding(
        String id, String expectation, String source, Basis basis, Outcome outcome, Duration took, List<String> wire) {
    public Finding {
        wire = List.copyOf(wire);
    }

    /** The part of the id before the point. */
    public String group() {
        return id.substring(0, id.indexOf('.'));
    }
}
