package io.edgesocket.components.cdn;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where CloudFront connects to: an API of this stack, a host that the program learns, or an endpoint that exists already. */
sealed interface OriginAddress permits StageOrigin, EndpointOrigin, OriginAddress.Host, OriginAddress.ApiName {
    Output<String> domainName();

    /** What CloudFront puts before every path: {@code /} and the stage, or nothing. */
    String path();

    int port();

    Optional<String> region();

    void check(Problems problems, Property property);

    /** Whether the origin may tell requests apart by what follows: it has no path of its own. */
    default boolean takesPaths() {
        return path().isEmpty();
    }

    /**
     * An API's own name, which leads to that API alone: API Gateway answers 403 to any path but the mapping's.
     *
     * @param path {@code /} and the mapping's key, or nothing
     */
    record ApiName(Output<String> domainName, String path) implements OriginAddress {
        @Override
        public int port() {
            return CloudFrontLimits.HTTPS_PORT;
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public void check(Problems problems, Property property) {
            // the API has checked its name
        }

        @Override
        public boolean takesPaths() {
            return false;
        }
    }

    /**
     * A host whose name is known once it is there.
     *
     * @param path empty, or a path without a slash at its end
     */
    record Host(Output<String> domainName, String path) implements OriginAddress {
        private static final Pattern PATH = Pattern.compile(CloudFrontLimits.ORIGIN_PATH);

        @Override
        public int port() {
            return CloudFrontLimits.HTTPS_PORT;
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public void check(Problems problems, Property property) {
            problems.unless(
                    PATH.matcher(path).matches() && path.length() <= CloudFrontLimits.ORIGIN_PATH_MAX,
                    property.then("path"),
                    '"' + path + '"',
                    "empty, or a path such as /v1: it starts with / and doesn't end with it, at most "
                            + CloudFrontLimits.ORIGIN_PATH_MAX + " characters, and no empty part");
        }
    }
}
