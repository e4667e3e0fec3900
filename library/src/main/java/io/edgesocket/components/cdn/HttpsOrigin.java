package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomHeaderArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;

/** An origin as the distribution takes it: CloudFront connects to it by TLS 1.2, as API Gateway has no plain HTTP. */
record HttpsOrigin(OriginAddress address, OriginConnection connection, OriginHeaders headers) {
    /** CloudFront wants one, though nothing is ever sent to it. */
    private static final int UNUSED_HTTP_PORT = 80;

    HttpsOrigin(OriginAddress address) {
        this(address, OriginConnection.DEFAULT, OriginHeaders.NONE);
    }

    HttpsOrigin with(OriginConnection changed) {
        return new HttpsOrigin(address, changed, headers);
    }

    HttpsOrigin with(OriginHeader added) {
        return new HttpsOrigin(address, connection, headers.and(added));
    }

    void check(Problems problems, Property property, ForwardedHeaders forwarded) {
        address.check(problems, property);
        connection.check(problems, property);
        headers.check(problems, property, forwarded);
    }

    DistributionOriginArgs toArgs(String id) {
        return DistributionOriginArgs.builder()
                .originId(id)
                .domainName(address.domainName())
                .originPath(address.path())
                .customOriginConfig(httpsOnly())
                .customHeaders(customHeaders())
                .connectionAttempts(connection.attempts())
                .connectionTimeout((int) connection.timeout().toSeconds())
                .build();
    }

    private DistributionOriginCustomOriginConfigArgs httpsOnly() {
        return DistributionOriginCustomOriginConfigArgs.builder()
                .originProtocolPolicy("https-only")
                .originSslProtocols("TLSv1.2")
                .httpPort(UNUSED_HTTP_PORT)
                .httpsPort(address.port())
                .originReadTimeout((int) connection.readTimeout().toSeconds())
                .originKeepaliveTimeout((int) connection.keepAlive().toSeconds())
                .build();
    }

    private List<DistributionOriginCustomHeaderArgs> customHeaders() {
        return headers.all().stream()
                .map(header -> DistributionOriginCustomHeaderArgs.builder()
                        .name(header.name())
                        .value(header.value().output())
                        .build())
                .toList();
    }
}
