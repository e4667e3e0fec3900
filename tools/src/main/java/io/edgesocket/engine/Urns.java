package io.edgesocket.engine;

/**
 * Uniform resource names: {@code urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>}.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/resources/names/">Resource names</a>
 */
final class Urns {
    static final String STACK_TYPE = "pulumi:pulumi:Stack";
    private static final String SCHEME = "urn:pulumi:";
    private final String prefix;

    Urns(String project, String stack) {
        prefix = SCHEME + stack + "::" + project + "::";
    }

    /** URNs in the same project and stack as the given one, unless another project or stack is named. */
    static Urns like(String urn, String project, String stack) {
        var parts = urn.split("::", 3);
        return new Urns(
                project.isEmpty() ? parts[1] : project, stack.isEmpty() ? parts[0].substring(SCHEME.length()) : stack);
    }

    /** @param parent the parent's URN; empty for none */
    String of(String parent, String type, String name) {
        return prefix + parentTypes(parent) + type + "::" + name;
    }

    /** The parents' types. The stack's is left out: a URN's type never contains it. */
    private static String parentTypes(String parent) {
        if (parent.isEmpty()) {
            return "";
        }
        var qualified = parent.split("::", 4)[2];
        return qualified.equals(STACK_TYPE) ? "" : qualified + "$";
    }
}
