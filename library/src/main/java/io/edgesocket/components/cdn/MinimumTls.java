package io.edgesocket.components.cdn;

/**
 * The oldest TLS that a viewer may use, and the ciphers that go with it. CloudFront's two of 2025, {@code TLSv1.2_2025} and
 * {@code TLSv1.3_2025}, aren't among them: the AWS provider that this project uses refuses them.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-aws/issues/43840">TLS v1.3 missing from Viewer
 *      Certificate in CloudFront Distribution</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html">
 *      Supported protocols and ciphers between viewers and CloudFront</a>
 */
public enum MinimumTls {
    TLS_V1("TLSv1"),
    TLS_V1_2016("TLSv1_2016"),
    TLS_V1_1_2016("TLSv1.1_2016"),
    TLS_V1_2_2018("TLSv1.2_2018"),
    TLS_V1_2_2019("TLSv1.2_2019"),
    TLS_V1_2_2021("TLSv1.2_2021");

    private final String value;

    MinimumTls(String value) {
        this.value = value;
    }

    /** CloudFront's name for it, such as {@code TLSv1.2_2021}. */
    public String value() {
        return value;
    }
}
