package io.edgesocket.components;

import com.google.gson.JsonObject;
import com.pulumi.aws.Utilities;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An AWS provider that acts as a role, of another account say. One object serves a whole program; its provider is registered
 * when it is first asked for, so a stack that needs nothing of it has none.
 * <pre>{@code
 * var dns = new AssumedRole("dns", "arn:aws:iam::210987654321:role/dns-of-example.com");
 * AliasRecordsArgs.builder().cdn(cdn).hostedZones(zones).role(dns)…
 * }</pre>
 * The role is taken with the credentials that Pulumi runs with; a role in {@code aws:assumeRole} is not in between. Else it
 * has the stack's {@code aws:} configuration, but for the accounts that are allowed or forbidden there.
 */
public final class AssumedRole {
    /** The ARN of a role in AWS's standard partition. */
    public static final String ARN = "arn:aws:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,576}";

    /** What a role's trust policy may ask for: STS's rule. */
    public static final String EXTERNAL_ID = "[A-Za-z0-9_+=,.@:/-]{2,1224}";

    private static final Pattern ARN_PATTERN = Pattern.compile(ARN);

    private final String name;
    private final String arn;
    private final Optional<String> externalId;
    private ProviderResource provider;

    /**
     * A role.
     *
     * @param name the provider's name in the program
     * @param arn  such as {@code arn:aws:iam::210987654321:role/dns}
     * @throws InvalidArgumentsException if that is no role's ARN
     */
    public AssumedRole(String name, String arn) {
        this(name, arn, Optional.empty());
    }

    /**
     * A role whose trust policy asks for an external id.
     *
     * @param externalId AWS doesn't treat it as a secret; the provider's inputs are one in Pulumi's state all the same
     * @throws InvalidArgumentsException if that is no role's ARN
     */
    public AssumedRole(String name, String arn, Optional<String> externalId) {
        if (!ARN_PATTERN.matcher(arn).matches()) {
            var problem = new Problem(
                    "arn", '"' + arn + '"', "the ARN of a role, such as arn:aws:iam::210987654321:role/dns");
            throw new InvalidArgumentsException("AssumedRole", name, List.of(problem));
        }
        this.name = name;
        this.arn = arn;
        this.externalId = externalId;
    }

    /** For a resource that the role makes. */
    public CustomResourceOptions options() {
        return CustomResourceOptions.builder().provider(provider()).build();
    }

    /** For a look-up that the role does. */
    public InvokeOptions asking() {
        return InvokeOptions.builder().provider(provider()).build();
    }

    public synchronized ProviderResource provider() {
        if (provider == null) {
            provider = new ProviderResource(
                    "aws",
                    name,
                    AwsConfiguration.ofRole(
                            UsEast1.REGION, Output.ofSecret(assumeRole())), // for services without a region
                    CustomResourceOptions.builder()
                            .version(Utilities.getVersion())
                            .additionalSecretOutputs(AwsConfiguration.SECRETS)
                            .build());
        }
        return provider;
    }

    /** As the stack's own configuration has it. */
    private String assumeRole() {
        var role = new JsonObject();
        role.addProperty("roleArn", arn);
        externalId.ifPresent(id -> role.addProperty("externalId", id));
        return role.toString();
    }
}
