package io.edgesocket.components.behavior;

/**
 * What a viewer gets who comes by plain HTTP.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html">
 *      Require HTTPS for communication between viewers and CloudFront</a>
 */
public enum ViewerProtocol {
    /** 403: right for programs, which should learn at once that they send in the clear. */
    HTTPS_ONLY("https-only"),
    /** A redirect to the same address with HTTPS, 301 for GET and HEAD, 307 for other methods: right for people. */
    REDIRECT_TO_HTTPS("redirect-to-https");

    private final String value;

    ViewerProtocol(String value) {
        this.value = value;
    }

    /** CloudFront's word for it. */
    public String value() {
        return value;
    }
}
