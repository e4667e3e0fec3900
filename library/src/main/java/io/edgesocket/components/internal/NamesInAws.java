package io.edgesocket.components.internal;

import com.pulumi.deployment.Deployment;

/** Names for what AWS doesn't name itself. They differ in each stack, so that an account can have several stacks. */
public final class NamesInAws {
    private NamesInAws() {}

    /** The project's and the stack's name, and the resource's. */
    public static String of(String resource) {
        var stack = Deployment.getInstance();
        return stack.getProjectName() + "-" + stack.getStackName() + "-" + resource;
    }

    /**
     * For what AWS names with letters, digits, {@code -} and {@code _} alone: a project and a stack may have dots in their
     * names. A name that had to be changed ends with a digest, so no two have the same.
     *
     * @param longest how many characters AWS takes
     */
    public static String plain(String name, int longest) {
        var plain = name.replaceAll("[^A-Za-z0-9_-]", "-");
        if (plain.equals(name) && name.length() <= longest) {
            return name;
        }
        var digest = "-" + Sha256.hex(name, Sha256.SHORT);
        return plain.substring(0, Math.min(plain.length(), longest - digest.length())) + digest;
    }
}
