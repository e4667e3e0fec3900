package io.edgesocket.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.engine.Registration;
import java.util.List;

/**
 * One resource as it is played.
 *
 * @param id           its id; other resources' inputs name it by this
 * @param dependencies the URNs of what must be there first: what its inputs name, and what {@code dependsOn} adds
 * @param inputs       its arguments. An output of another resource stands there as the text that the program had in
 *                     hand, so an integration's {@code id()} is what a route's {@code target} ends with. A file is
 *                     {@code {"$file": path}}, an archive {@code {"$archive": path}} or
 *                     {@code {"$archive": {entry: …}}}, content that stands in the program {@code {"$text": text}},
 *                     what lies elsewhere {@code {"$remote": address}}; paths start at the project's folder
 */
public record PlayedResource(
        String urn,
        String type,
        String name,
        String id,
        String provider,
        List<String> dependencies,
        ObjectNode inputs) {
    public PlayedResource {
        dependencies = List.copyOf(dependencies);
    }

    /** A text among the inputs; empty if it is not given. */
    public String text(String input) {
        return inputs.path(input).asText("");
    }

    /**
     * The placeholder of an output that only AWS would know. A text that holds it was made from this output: both the
     * invoke ARN and the qualified ARN of a function hold {@code word("arn")}.
     */
    public String word(String output) {
        return Registration.word(urn, output);
    }
}
