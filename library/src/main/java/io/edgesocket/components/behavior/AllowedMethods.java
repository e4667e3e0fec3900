package io.edgesocket.components.behavior;

import java.util.List;

/**
 * The methods that CloudFront passes on; any other is answered 403. CloudFront knows these three sets and no others.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html">
 *      Allowed HTTP methods</a>
 */
public enum AllowedMethods {
    /** GET and HEAD. */
    READS(List.of("GET", "HEAD")),
    /** These and OPTIONS, which a browser sends before it calls another site's address. */
    READS_AND_OPTIONS(List.of("GET", "HEAD", "OPTIONS")),
    /** GET, HEAD, OPTIONS, PUT, POST, PATCH and DELETE. */
    ALL(List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"));

    private final List<String> methods;

    AllowedMethods(List<String> methods) {
        this.methods = methods;
    }

    public List<String> methods() {
        return methods;
    }
}
