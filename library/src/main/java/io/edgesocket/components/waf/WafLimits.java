package io.edgesocket.components.waf;

/**
 * What AWS WAF accepts of a web ACL.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/limits.html">AWS WAF quotas</a>
 */
public final class WafLimits {
    /** Requests of one address within {@link #RATE_WINDOW_SECONDS}. */
    public static final int RATE_MIN = 10;

    public static final int RATE_MAX = 2_000_000_000;
    public static final int RATE_DEFAULT = 2_000;
    /** AWS's own default. */
    public static final int RATE_WINDOW_SECONDS = 300;

    /** The name of a rule in a rule group, as an expression that Java and ECMAScript share. */
    public static final String RULE_NAME = "[A-Za-z0-9_-]{1,128}";
    /** Rules of one rule group whose action a web ACL may change. */
    public static final int COUNTED_MAX = 100;

    private WafLimits() {}
}
