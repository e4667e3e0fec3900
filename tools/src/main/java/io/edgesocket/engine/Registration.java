package io.edgesocket.engine;

import java.util.List;
import java.util.Optional;

/**
 * One resource, as the program registered it.
 *
 * @param id           the stand-in for the id that AWS would give it; empty for a component
 * @param parent       the parent's URN; empty for the stack itself
 * @param provider     the package ({@code aws}) for the default provider, or an explicit provider's URN
 * @param dependencies the URNs it depends on, through {@code dependsOn} and through its inputs
 */
public record Registration(
        String urn,
        String id,
        String type,
        String name,
        boolean custom,
        Optional<String> parent,
        String provider,
        Options options,
        List<String> dependencies,
        Value.Fields inputs) {

    /**
     * The word that an output's stand-in contains. It shows which other texts were made from that output: the word of
     * {@code arn} is also in the invoke ARN and in the qualified ARN.
     */
    public static String word(String urn, String output) {
        return Shapes.Token.of(Shapes.Token.resource(urn), output);
    }

    /** The resource options that change what the engine does with a resource. */
    public record Options(
            boolean protect,
            boolean retainOnDelete,
            boolean deleteBeforeReplace,
            List<String> aliases,
            List<String> ignoreChanges) {}
}
