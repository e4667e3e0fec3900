package io.edgesocket.components;

import java.util.List;

/**
 * How long CloudWatch Logs keeps a line, in days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">PutRetentionPolicy</a>
 */
public final class LogRetention {
    /** What log groups keep unless they are told otherwise, in days. */
    public static final int DEFAULT_DAYS = 30;

    /** The numbers of days that CloudWatch Logs takes. */
    public static final List<Integer> DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogRetention() {}
}
