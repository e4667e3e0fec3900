package io.edgesocket.components.internal;

import java.util.regex.Pattern;

/** Finds what is no key of one's own. */
public final class KmsKey {
    /** The ARN of a key that one holds oneself. No alias: CloudWatch Logs takes none, and a policy's statement neither. */
    public static final String ARN = "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+";

    private static final Pattern PATTERN = Pattern.compile(ARN);

    private KmsKey() {}

    public static boolean isArn(String text) {
        return PATTERN.matcher(text).matches();
    }

    public static void check(Problems problems, Property property, String arn) {
        problems.unless(
                isArn(arn),
                property,
                '"' + arn + '"',
                "the ARN of a KMS key, no alias: arn:aws:kms:eu-west-1:123456789012:key/…");
    }
}
