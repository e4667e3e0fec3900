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
     * The word in the stand-in of an output that only AWS would know, by which other resources' texts that were made of
     * it are recognised: {@code word("arn")} stands in its invoke ARN and in its qualified ARN, too.
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
