package io.edgesocket.components;

import com.pulumi.Config;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/**
 * A stack's {@code aws:} configuration, for a provider in another region: Pulumi gives an explicit provider nothing of it.
 * All is taken over but the region, {@code endpoints}, whose addresses belong to a region, and what concerns S3 alone.
 *
 * <p>Each value goes to the provider as it stands in the configuration, objects as JSON: that is what Pulumi gives the
 * stack's own provider. {@link com.pulumi.aws.ProviderArgs} won't do: the SDK writes the JSON of a secret role into Pulumi's
 * state as plain text.
 *
 * <p>The SDK doesn't tell which values are secrets, so what may be one is handed on as one: keys, roles with their
 * external ids and tokens, and proxies, which may have a password in their address.
 */
// The SDK reads the fields; and outside of a program's Context it has no other way to the configuration.
@SuppressWarnings({"unused", "deprecation"})
final class AwsConfiguration extends ResourceArgs {
    static final List<String> SECRETS = List.of(
            "accessKey", "secretKey", "token", "assumeRole", "assumeRoleWithWebIdentity", "httpProxy", "httpsProxy");

    /** Not the SDK's {@code aws.Config}, which keeps the configuration of the first program in a process. */
    private final Config stack = Config.of("aws");

    @Import
    private final Output<String> region;

    @Import
    private final Output<String> profile = given("profile");

    @Import
    private final Output<String> sharedConfigFiles = given("sharedConfigFiles");

    @Import
    private final Output<String> sharedCredentialsFiles = given("sharedCredentialsFiles");

    @Import
    private final Output<String> accessKey = given("accessKey");

    @Import
    private final Output<String> secretKey = given("secretKey");

    @Import
    private final Output<String> token = given("token");

    @Import
    private final Output<String> assumeRole;

    @Import
    private final Output<String> assumeRoleWithWebIdentity = given("assumeRoleWithWebIdentity");

    @Import
    private final Output<String> stsRegion = given("stsRegion");

    @Import
    private final Output<String> ec2MetadataServiceEndpoint = given("ec2MetadataServiceEndpoint");

    @Import
    private final Output<String> ec2MetadataServiceEndpointMode = given("ec2MetadataServiceEndpointMode");

    @Import
    private final Output<String> allowedAccountIds;

    @Import
    private final Output<String> forbiddenAccountIds;

    @Import
    private final Output<String> httpProxy = given("httpProxy");

    @Import
    private final Output<String> httpsProxy = given("httpsProxy");

    @Import
    private final Output<String> noProxy = given("noProxy");

    @Import
    private final Output<String> customCaBundle = given("customCaBundle");

    @Import
    private final Output<String> insecure = given("insecure");

    @Import
    private final Output<String> useFipsEndpoint = given("useFipsEndpoint");

    @Import
    private final Output<String> useDualstackEndpoint = given("useDualstackEndpoint");

    @Import
    private final Output<String> maxRetries = given("maxRetries");

    @Import
    private final Output<String> retryMode = given("retryMode");

    @Import
    private final Output<String> tokenBucketRateLimiterCapacity = given("tokenBucketRateLimiterCapacity");

    @Import
    private final Output<String> skipCredentialsValidation = given("skipCredentialsValidation", "false");

    @Import
    private final Output<String> skipMetadataApiCheck = given("skipMetadataApiCheck");

    @Import
    private final Output<String> skipRegionValidation = given("skipRegionValidation", "true");

    @Import
    private final Output<String> skipRequestingAccountId = given("skipRequestingAccountId");

    @Import
    private final Output<String> defaultTags = given("defaultTags");

    @Import
    private final Output<String> ignoreTags = given("ignoreTags");

    /** Of the stack's own account, and as its own role. */
    AwsConfiguration(String region) {
        this.region = Output.of(region);
        this.assumeRole = given("assumeRole");
        this.allowedAccountIds = given("allowedAccountIds");
        this.forbiddenAccountIds = given("forbiddenAccountIds");
    }

    private AwsConfiguration(String region, Output<String> assumeRole) {
        this.region = Output.of(region);
        this.assumeRole = assumeRole;
        this.allowedAccountIds = null; // the role may be of another account
        this.forbiddenAccountIds = null;
    }

    /** Of a role, in whichever account it is. */
    static AwsConfiguration ofRole(String region, Output<String> assumeRole) {
        return new AwsConfiguration(region, assumeRole);
    }

    private Output<String> given(String key) {
        return stack.get(key)
                .map(SECRETS.contains(key) ? Output::ofSecret : Output::of)
                .orElse(null);
    }

    /** @param byDefault the SDK's own default */
    private Output<String> given(String key, String byDefault) {
        return Output.of(stack.get(key).orElse(byDefault));
    }
}
