package io.edgesocket.components.waf;

import java.util.List;

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

    /**
     * The rules of {@code AWSManagedRulesCommonRuleSet}. A name that isn't among them AWS WAF takes, and passes over
     * without a word.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html">Core rule
     *     set</a>
     */
    public static final List<String> CORE_RULES = List.of(
            "NoUserAgent_HEADER",
            "UserAgent_BadBots_HEADER",
            "SizeRestrictions_QUERYSTRING",
            "SizeRestrictions_Cookie_HEADER",
            "SizeRestrictions_BODY",
            "SizeRestrictions_URIPATH",
            "EC2MetaDataSSRF_BODY",
            "EC2MetaDataSSRF_COOKIE",
            "EC2MetaDataSSRF_URIPATH",
            "EC2MetaDataSSRF_QUERYARGUMENTS",
            "GenericLFI_QUERYARGUMENTS",
            "GenericLFI_URIPATH",
            "GenericLFI_BODY",
            "RestrictedExtensions_URIPATH",
            "RestrictedExtensions_QUERYARGUMENTS",
            "GenericRFI_QUERYARGUMENTS",
            "GenericRFI_BODY",
            "GenericRFI_URIPATH",
            "CrossSiteScripting_COOKIE",
            "CrossSiteScripting_QUERYARGUMENTS",
            "CrossSiteScripting_BODY",
            "CrossSiteScripting_URIPATH");

    private WafLimits() {}
}
