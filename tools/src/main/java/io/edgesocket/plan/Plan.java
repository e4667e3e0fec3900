package io.edgesocket.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What one stack will create. The same program and settings give the same plan, on any machine and at any time.
 *
 * @param resources parents first, then by type and name; the stack itself is the first
 * @param outputs   the stack's outputs
 */
public record Plan(String project, String stack, List<PlannedResource> resources, ObjectNode outputs) {
    /** The version of the format; a reader refuses any other. */
    public static final int VERSION = 1;

    public Plan {
        resources = List.copyOf(resources);
    }

    /**
     * One resource.
     *
     * @param parent    the parent's URN; empty for the stack
     * @param provider  {@code aws}, or the name of an explicit provider; empty for a component, which has none
     * @param dependsOn the URNs it depends on, in order
     * @param inputs    its arguments: a reference reads {@code ${name.output}}, a literal <code>${</code> is written
     *                  <code>$${</code>, a secret {@code [secret]}, a file {@code {"$asset": …, "sha256": …}}
     */
    public record PlannedResource(
            String urn,
            String type,
            String name,
            boolean custom,
            Optional<String> parent,
            Optional<String> provider,
            boolean protect,
            boolean retainOnDelete,
            boolean deleteBeforeReplace,
            List<String> aliases,
            List<String> ignoreChanges,
            List<String> dependsOn,
            ObjectNode inputs) {}
}
