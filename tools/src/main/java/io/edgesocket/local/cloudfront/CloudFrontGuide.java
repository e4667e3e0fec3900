package io.edgesocket.local.cloudfront;

/** The Amazon CloudFront Developer Guide. */
final class CloudFrontGuide {
    private static final String PAGES = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/";

    private CloudFrontGuide() {}

    static String page(String name) {
        return PAGES + name + ".html";
    }
}
