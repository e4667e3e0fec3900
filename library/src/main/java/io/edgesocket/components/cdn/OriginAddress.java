package io.edgesocket.components.cdn;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Optional;

/** Where CloudFront connects to: an API of this stack, or an endpoint that exists already. */
sealed interface OriginAddress permits StageOrigin, EndpointOrigin {
    Output<String> domainName();

    /** What CloudFront puts before every path: {@code /} and the stage, or nothing. */
    String path();

    int port();

    Optional<String> region();

    void check(Problems problems, Property property);
}
