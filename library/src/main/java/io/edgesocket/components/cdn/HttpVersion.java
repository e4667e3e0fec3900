package io.edgesocket.components.cdn;

/**
 * The newest HTTP that viewers may use with the distribution. A WebSocket is always made over HTTP/1.1, which each of
 * these includes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html">
 *      Distribution settings</a>
 */
public enum HttpVersion {
    HTTP1_1("http1.1"),
    HTTP2("http2"),
    HTTP3("http3"),
    HTTP2_AND_3("http2and3");

    private final String value;

    HttpVersion(String value) {
        this.value = value;
    }

    /** CloudFront's name for it, such as {@code http2and3}. */
    public String value() {
        return value;
    }
}
