package io.edgesocket.components.internal;

/**
 * Parts of {@code arn:partition:service:region:account:resource}. A test's mocks may give any text for an ARN: that text
 * then stands for each of its parts, and so is seen where a part was meant.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
public final class Arn {
    private static final int PARTS = 6;

    private Arn() {}

    public static String partition(String arn) {
        return part(arn, 1);
    }

    /** All that follows the account. */
    public static String resource(String arn) {
        return part(arn, 5);
    }

    public static String region(String arn) {
        return part(arn, 3);
    }

    public static String account(String arn) {
        return part(arn, 4);
    }

    private static String part(String arn, int index) {
        var parts = arn.split(":", PARTS);
        return parts.length == PARTS ? parts[index] : arn;
    }
}
