package io.edgesocket.components.domain;

/**
 * The limits of a certificate from AWS Certificate Manager, with the pages that state them. Settings and Javadoc use the
 * same constants as the checks.
 */
public final class AcmLimits {
    /** Page "Quotas" of the ACM User Guide: names of one certificate, unless AWS has raised it for the account. */
    public static final String QUOTAS_PAGE = "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html";

    public static final int NAMES_MAX = 10;

    /** RequestCertificate in the ACM API Reference: characters of the first name, the common name of RFC 5280. */
    public static final String REQUEST_PAGE =
            "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html";

    public static final int FIRST_NAME_MAX = 64;

    private AcmLimits() {}
}
