package io.edgesocket.components.internal;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;

/**
 * What takes the place of an output that is missing. AWS gives every output that a component needs. The mocks of a test may
 * not: those in Pulumi's guide give a resource's inputs and nothing else. A placeholder names the resource and the output
 * as a plan does, {@code ${chat.apiEndpoint}}, so that somebody who reads it in a failed test knows what to mock.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/guides/testing/unit/">Pulumi's guide to unit tests</a>
 */
public final class Placeholder {
    private Placeholder() {}

    /** The output, or a placeholder if its value is missing. An output that is not known yet stays unknown. */
    public static Output<String> ifAbsent(Output<String> output, Resource resource, String name) {
        return output.applyValue(value -> ifAbsent(value, resource.pulumiResourceName() + "." + name));
    }

    /** As {@link #ifAbsent(Output, Resource, String)}, of a value that doesn't say whose output it is. */
    public static String ifAbsent(String value, String source) {
        return value == null ? named(source) : value;
    }

    /** @param source what should have given it, such as {@code certificate.arn} */
    public static String named(String source) {
        return "${" + source + "}";
    }
}
