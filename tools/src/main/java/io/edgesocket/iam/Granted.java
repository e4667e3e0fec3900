package io.edgesocket.iam;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one stack needs of AWS for one purpose.
 *
 * @param purpose   what it is for, as people read it
 * @param resources ARNs, as far as they are known before a deployment; {@code *} stands for the rest
 * @param condition IAM's operator, then its key, then the values
 * @param read      the actions of a preview and a refresh
 * @param write     the actions that a deployment needs besides
 * @param source    the page that says so
 */
public record Granted(
        String name,
        String purpose,
        List<String> resources,
        Map<String, Map<String, List<String>>> condition,
        List<String> read,
        List<String> write,
        String source) {

    Statement toPreview() {
        return new Statement(read, resources, condition);
    }

    Statement toDeploy() {
        return new Statement(Stream.concat(read.stream(), write.stream()).toList(), resources, condition);
    }
}
