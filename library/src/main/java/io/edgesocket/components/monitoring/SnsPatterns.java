package io.edgesocket.components.monitoring;

/** What texts SNS takes, as expressions that Java and ECMAScript share: components check with them, and editors do. */
public final class SnsPatterns {
    private static final String TOPIC = ":[0-9]{12}:[A-Za-z0-9_-]{1,256}";

    /** An e-mail address, as far as one can tell by looking. */
    public static final String EMAIL = "[^\\s@:]+@[^\\s@:]+\\.[^\\s@:.]+";

    /** A topic. A FIFO topic doesn't match: it can't send e-mail. */
    public static final String TOPIC_ARN = "arn:aws:sns:[a-z]{2}(-[a-z]+)+-[0-9]" + TOPIC;

    /** A topic where CloudFront's alarms are. */
    public static final String EDGE_TOPIC_ARN = "arn:aws:sns:us-east-1" + TOPIC;

    private SnsPatterns() {}
}
