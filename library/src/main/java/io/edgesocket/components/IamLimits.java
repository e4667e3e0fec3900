package io.edgesocket.components;

/**
 * What IAM accepts of roles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</a>
 */
public final class IamLimits {
    /** The ARN of a role, whose path is in front of its name. */
    public static final String ROLE_ARN = "arn:aws[a-z-]*:iam::\\d{12}:role/[\\x21-\\x7e]+";

    /** The ARN of a managed policy, which may be AWS's own. */
    public static final String POLICY_ARN = "arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/[\\x21-\\x7e]+";

    /** What groups roles: begins and ends with a slash. */
    public static final String PATH = "/([\\x21-\\x2e\\x30-\\x7e]+/)*";

    public static final int PATH_MAX = 512;

    /** The beginning of a role's name. */
    public static final String NAME_PREFIX = "[A-Za-z0-9+=,.@_-]+";

    /** Leaves half of a name for the role's own. */
    public static final int NAME_PREFIX_MAX = 32;

    public static final int NAME_MAX = 64;

    private IamLimits() {}
}
