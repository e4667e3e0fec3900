package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomHeaderArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import java.util.List;

/** An origin as the distribution takes it: CloudFront connects to it by TLS 1.2, as API Gateway has no plain HTTP. */
record HttpsOrigin(String id, WebSocketOrigin origin) {
    /** CloudFront wants one, though nothing is ever sent to it. */
    private static final int UNUSED_HTTP_PORT = 80;

    DistributionOriginArgs toArgs() {
        return DistributionOriginArgs.builder()
                .originId(id)
                .domainName(origin.domainName())
                .originPath(origin.originPath())
                .customOriginConfig(httpsOnly())
                .customHeaders(customHeaders())
                .connectionAttempts(origin.connection().attempts())
                .connectionTimeout((int) origin.connection().timeout().toSeconds())
                .build();
    }

    private DistributionOriginCustomOriginConfigArgs httpsOnly() {
        return DistributionOriginCustomOriginConfigArgs.builder()
                .originProtocolPolicy("https-only")
                .originSslProtocols("TLSv1.2")
                .httpPort(UNUSED_HTTP_PORT)
                .httpsPort(origin.port())
                .originReadTimeout((int) origin.connection().readTimeout().toSeconds())
                .originKeepaliveTimeout((int) origin.connection().keepAlive().toSeconds())
                .build();
    }

    private List<DistributionOriginCustomHeaderArgs> customHeaders() {
        return origin.headers().all().stream()
                .map(header -> DistributionOriginCustomHeaderArgs.builder()
                        .name(header.name())
                        .value(header.value().output())
                        .build())
                .toList();
    }
}
