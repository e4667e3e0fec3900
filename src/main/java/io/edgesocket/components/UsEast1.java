package io.edgesocket.components;

import com.pulumi.Config;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.config.inputs.AssumeRole;
import com.pulumi.aws.config.inputs.DefaultTags;
import com.pulumi.aws.inputs.ProviderAssumeRoleArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/**
 * The AWS provider for the region us-east-1: there CloudFront looks for certificates, Lambda@Edge functions and web ACLs,
 * and there it puts its metrics and logs. One object serves a whole program; its provider is registered when it is first
 * asked for, so a stack that needs nothing there has none.
 * <pre>{@code
 * var usEast1 = new UsEast1();
 * new Certificate("edge", CertificateArgs.builder()…build(), usEast1.options());
 * }</pre>
 * Pulumi gives an explicit provider nothing of the stack's {@code aws:} configuration. This one takes over what decides
 * as whom and where it acts: profile, keys, role, accounts that are allowed, and default tags.
 */
public final class UsEast1 {
    /** The region, and the provider's name. */
    public static final String REGION = "us-east-1";

    private static final TypeShape<List<String>> TEXTS = TypeShape.list(String.class);

    private Provider provider;

    /** For a resource that must stand in us-east-1. */
    public CustomResourceOptions options() {
        return CustomResourceOptions.builder().provider(provider()).build();
    }

    public synchronized Provider provider() {
        if (provider == null) {
            provider = new Provider(REGION, args(Config.of("aws")));
        }
        return provider;
    }

    /** Not through the SDK's {@code aws.Config}, which keeps the configuration of the first program in a process. */
    private static ProviderArgs args(Config stack) {
        var args = ProviderArgs.builder().region(REGION);
        credentials(stack, args);
        stack.getObject("allowedAccountIds", TEXTS).ifPresent(args::allowedAccountIds);
        stack.getObject("forbiddenAccountIds", TEXTS).ifPresent(args::forbiddenAccountIds);
        stack.getObject("defaultTags", DefaultTags.class).ifPresent(common ->
                args.defaultTags(ProviderDefaultTagsArgs.builder().tags(common.tags()).build()));
        return args.build();
    }

    private static void credentials(Config stack, ProviderArgs.Builder args) {
        stack.get("profile").ifPresent(args::profile);
        stack.getObject("sharedConfigFiles", TEXTS).ifPresent(args::sharedConfigFiles);
        stack.getObject("sharedCredentialsFiles", TEXTS).ifPresent(args::sharedCredentialsFiles);
        stack.get("accessKey").ifPresent(key -> args.accessKey(Output.ofSecret(key)));
        stack.get("secretKey").ifPresent(key -> args.secretKey(Output.ofSecret(key)));
        stack.get("token").ifPresent(token -> args.token(Output.ofSecret(token)));
        stack.getObject("assumeRole", AssumeRole.class).ifPresent(role -> args.assumeRole(args(role)));
    }

    private static ProviderAssumeRoleArgs args(AssumeRole role) {
        var args = ProviderAssumeRoleArgs.builder()
                .policyArns(role.policyArns())
                .tags(role.tags())
                .transitiveTagKeys(role.transitiveTagKeys());
        role.roleArn().ifPresent(args::roleArn);
        role.sessionName().ifPresent(args::sessionName);
        role.externalId().ifPresent(args::externalId);
        role.duration().ifPresent(args::duration);
        role.policy().ifPresent(args::policy);
        role.sourceIdentity().ifPresent(args::sourceIdentity);
        return args.build();
    }
}
