package io.edgesocket.components.behavior;

/**
 * The response headers policies that every account has: what CloudFront adds to the answers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html">
 *      Use managed response headers policies</a>
 */
public enum ManagedResponseHeadersPolicy {
    /** Pages of every site may read the answers, and the {@link #SECURITY_HEADERS}. */
    CORS_AND_SECURITY_HEADERS("e61eb60c-9c35-4d20-a928-2b84e02af89c"),
    /** Pages of every site may read the answers and send any method. */
    CORS_WITH_PREFLIGHT("5cc3b908-e619-4b99-88e5-2cf7f45965bd"),
    /** Both of the above. */
    CORS_WITH_PREFLIGHT_AND_SECURITY_HEADERS("eaab4381-ed33-4a86-88ca-d9558dc6cd63"),
    /**
     * {@code Strict-Transport-Security} for a year, {@code X-Content-Type-Options: nosniff}, {@code X-Frame-Options:
     * SAMEORIGIN}, {@code X-XSS-Protection} and {@code Referrer-Policy: strict-origin-when-cross-origin}.
     */
    SECURITY_HEADERS("67f7725c-6f97-4210-82d7-5512b31e9d03"),
    /** Pages of every site may read the answers to simple requests. */
    SIMPLE_CORS("60669652-455b-4ae9-85a4-c4c02393f86c");

    private final String id;

    ManagedResponseHeadersPolicy(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
