package io.edgesocket.local.cloudfront;

import java.util.Set;

/**
 * The second origin of a group: it gets what the first has answered with one of some statuses. A first origin that
 * can't be connected to counts as 503, one that doesn't answer in time as 504.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html">
 *      Origin failover</a>
 */
record Failover(OriginTarget secondary, Set<Integer> statuses) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");

    Failover {
        statuses = Set.copyOf(statuses);
    }

    boolean isFor(EdgeRequest request, Answer answer) {
        return METHODS.contains(request.method()) && statuses.contains(answer.failoverStatus());
    }
}
