package io.edgesocket.iam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What resources of certain types need of AWS: one of {@code grants.yaml}, which says what each part means.
 *
 * @param condition IAM's operator, then its key, then the values
 */
record Grant(
        String name,
        String purpose,
        Set<String> types,
        Optional<String> when,
        String begins,
        List<String> resources,
        Map<String, Map<String, List<String>>> condition,
        List<String> read,
        List<String> write,
        String source) {}
