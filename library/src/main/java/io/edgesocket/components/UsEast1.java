package io.edgesocket.components;

import com.pulumi.aws.Utilities;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;

/**
 * The AWS provider for the region us-east-1: there CloudFront looks for certificates, Lambda@Edge functions and web ACLs,
 * and there it puts its metrics and logs. One object serves a whole program; its provider is registered when it is first
 * asked for, so a stack that needs nothing there has none.
 * <pre>{@code
 * var usEast1 = new UsEast1();
 * new Certificate("edge", CertificateArgs.builder()…build(), usEast1.options());
 * }</pre>
 * It acts as the stack's own provider does, by its {@code aws:} configuration: as the same role, through the same proxy,
 * with the same default and ignored tags.
 */
public final class UsEast1 {
    /** The region, and the provider's name. */
    public static final String REGION = "us-east-1";

    private ProviderResource provider;

    /** For a resource that must stand in us-east-1. */
    public CustomResourceOptions options() {
        return CustomResourceOptions.builder().provider(provider()).build();
    }

    public synchronized ProviderResource provider() {
        if (provider == null) {
            provider = new ProviderResource(
                    "aws",
                    REGION,
                    new AwsConfiguration(REGION),
                    CustomResourceOptions.builder()
                            .version(Utilities.getVersion())
                            .additionalSecretOutputs(AwsConfiguration.SECRETS)
                            .build());
        }
        return provider;
    }
}
