package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toSet;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds each resource of the later plan in the earlier plan: first by its URN, then by its aliases, then by the URN
 * that it would have below its parent's old URN.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/options/aliases/">Aliases, and how children inherit them</a>
 */
final class UrnMatching {
    private final Set<String> before;
    private final Set<String> after;
    private final Map<String, String> earlier = new HashMap<>();
    private final Map<String, String> later = new HashMap<>();

    private UrnMatching(Plan before, Plan after) {
        this.before = before.resources().stream().map(PlannedResource::urn).collect(toSet());
        this.after = after.resources().stream().map(PlannedResource::urn).collect(toSet());
    }

    /** Both plans without their stacks' names. */
    static UrnMatching of(Plan before, Plan after) {
        var lineage = new UrnMatching(before, after);
        after.resources().forEach(lineage::trace);
        return lineage;
    }

    /** The URN it had in the earlier plan; empty if it is new. */
    Optional<String> earlier(String urn) {
        return Optional.ofNullable(earlier.get(urn));
    }

    /** The URN it has in the later plan; empty if it is gone. */
    Optional<String> later(String urn) {
        return Optional.ofNullable(later.get(urn));
    }

    private void trace(PlannedResource resource) {
        candidates(resource)
                .filter(before::contains)
                .filter(urn -> urn.equals(resource.urn()) || !after.contains(urn))
                .filter(urn -> !later.containsKey(urn))
                .findFirst()
                .ifPresent(urn -> {
                    earlier.put(resource.urn(), urn);
                    later.put(urn, resource.urn());
                });
    }

    private Stream<String> candidates(PlannedResource resource) {
        return Stream.concat(
                Stream.concat(Stream.of(resource.urn()), resource.aliases().stream()),
                resource.parent().flatMap(parent -> inherited(resource, parent)).stream());
    }

    private Optional<String> inherited(PlannedResource resource, String parent) {
        return earlier(parent)
                .filter(old -> !old.equals(parent))
                .flatMap(old -> Name.of(resource.urn())
                        .flatMap(name -> Name.of(parent)
                                .flatMap(now -> Name.of(old)
                                        .map(then -> name.below(now, then).urn()))));
    }

    /** A URN's parts. */
    private record Name(String project, String types, String name) {

        static Optional<Name> of(String urn) {
            var parts = urn.split("::", 3);
            return parts.length == 3 ? Optional.of(new Name(parts[0], parts[1], parts[2])) : Optional.empty();
        }

        /**
         * The URN that this had below the parent's old URN. The parent's types are replaced by the old ones. If this
         * name begins with the parent's name, that is replaced too.
         */
        Name below(Name parent, Name old) {
            return new Name(
                    old.project,
                    types.startsWith(parent.types + "$") ? old.types + types.substring(parent.types.length()) : types,
                    name.startsWith(parent.name) ? old.name + name.substring(parent.name.length()) : name);
        }

        String urn() {
            return String.join("::", project, types, name);
        }
    }
}
