package io.edgesocket.components.company;

import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import io.edgesocket.components.IamLimits;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Transform;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Arn;
import io.edgesocket.components.internal.KmsKey;
import io.edgesocket.components.internal.NamesInAws;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import io.edgesocket.components.internal.ResourceTags;
import io.edgesocket.components.internal.TagChecks;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a company prescribes for all resources: of roles a permissions boundary, a path and the beginning of the name; keys for
 * logs and for the environment of functions; tags. They are a transformation of Pulumi's: whoever is given them, hands them
 * on to all resources within, whichever component makes them. A whole program gets them so:
 * <pre>{@code
 * var rules = CompanyRules.builder().permissionsBoundary("arn:aws:iam::123456789012:policy/boundary").build();
 * Pulumi.withOptions(StackOptions.builder().resourceTransformations(rules).build()).run(App::stack);
 * }</pre>
 * and one component by {@code ComponentResourceOptions.builder().resourceTransformations(rules)}. They come after each
 * component's {@link Transform}, so what a program sets, they see.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/options/transformations/">Transformations</a>
 */
public final class CompanyRules implements ResourceTransformation {
    /** The ARN of a key that one holds oneself. An alias won't do: CloudWatch Logs takes none. */
    public static final String KEY_ARN = KmsKey.ARN;

    private static final Pattern POLICY = Pattern.compile(IamLimits.POLICY_ARN);
    private static final Pattern PATH = Pattern.compile(IamLimits.PATH);
    private static final Pattern NAME_PREFIX = Pattern.compile(IamLimits.NAME_PREFIX);

    private final Optional<String> permissionsBoundary;
    private final Optional<String> rolePath;
    private final Optional<String> roleNamePrefix;
    private final Optional<String> logKey;
    private final Optional<String> edgeLogKey;
    private final Optional<String> environmentKey;
    private final Map<String, String> tags;

    private CompanyRules(Builder from) {
        permissionsBoundary = from.permissionsBoundary;
        rolePath = from.rolePath;
        roleNamePrefix = from.roleNamePrefix;
        logKey = from.logKey;
        edgeLogKey = from.edgeLogKey;
        environmentKey = from.environmentKey;
        tags = from.tags;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Optional<Result> apply(Args resource) {
        var given = resource.args();
        var ruled = ruled(given, resource);
        var tagged = tags.isEmpty() ? ruled : ResourceTags.add(ruled, tags);
        return tagged == given ? Optional.empty() : Optional.of(new Result(tagged, resource.options()));
    }

    private ResourceArgs ruled(ResourceArgs given, Args resource) {
        if (given instanceof RoleArgs role) {
            return role(role, resource.resource().pulumiResourceName());
        }
        if (given instanceof LogGroupArgs group) {
            return group.kmsKeyId().isPresent() ? group : logGroup(group, resource.options());
        }
        if (given instanceof FunctionArgs function) {
            return function.environment().isEmpty() || function.kmsKeyArn().isPresent() ? function : function(function);
        }
        return given;
    }

    /** A role that has a name keeps it. */
    private RoleArgs role(RoleArgs given, String resource) {
        var role = RoleArgs.builder(given);
        permissionsBoundary.ifPresent(role::permissionsBoundary);
        rolePath.ifPresent(role::path);
        if (given.name().isEmpty() && given.namePrefix().isEmpty()) {
            roleNamePrefix.ifPresent(prefix -> role.name(
                    prefix + NamesInAws.plain(NamesInAws.of(resource), IamLimits.NAME_MAX - prefix.length())));
        }
        return permissionsBoundary.or(() -> rolePath).or(() -> roleNamePrefix).isPresent() ? role.build() : given;
    }

    /** A key is of use in its own region. */
    private LogGroupArgs logGroup(LogGroupArgs given, ResourceOptions options) {
        var key = isInUsEast1(options) ? edgeLogKey.or(this::logKeyOfUsEast1) : logKey;
        return key.map(arn -> LogGroupArgs.builder(given).kmsKeyId(arn).build()).orElse(given);
    }

    private Optional<String> logKeyOfUsEast1() {
        return logKey.filter(arn -> Arn.region(arn).equals(UsEast1.REGION));
    }

    private static boolean isInUsEast1(ResourceOptions options) {
        return options.getProvider()
                .filter(provider -> provider.pulumiResourceName().equals(UsEast1.REGION))
                .isPresent();
    }

    private FunctionArgs function(FunctionArgs given) {
        return environmentKey
                .map(arn -> FunctionArgs.builder(given).kmsKeyArn(arn).build())
                .orElse(given);
    }

    private CompanyRules checked() {
        var problems = new Problems();
        permissionsBoundary.ifPresent(arn -> problems.unless(
                POLICY.matcher(arn).matches(),
                "permissionsBoundary",
                '"' + arn + '"',
                "the ARN of a managed policy, such as arn:aws:iam::123456789012:policy/boundary"));
        rolePath.ifPresent(path -> problems.unless(
                PATH.matcher(path).matches() && path.length() <= IamLimits.PATH_MAX,
                "rolePath",
                '"' + path + '"',
                "at most " + IamLimits.PATH_MAX + " characters with a slash at both ends, such as /apps/chat/"));
        roleNamePrefix.ifPresent(prefix -> problems.unless(
                NAME_PREFIX.matcher(prefix).matches() && prefix.length() <= IamLimits.NAME_PREFIX_MAX,
                "roleNamePrefix",
                '"' + prefix + '"',
                "at most " + IamLimits.NAME_PREFIX_MAX + " letters, digits and + = , . @ _ -: a role's name takes "
                        + IamLimits.NAME_MAX));
        logKey.ifPresent(arn -> checkKey(problems, "logs", arn));
        edgeLogKey.ifPresent(arn -> checkKey(problems, "edgeLogs", arn));
        edgeLogKey
                .filter(KmsKey::isArn)
                .ifPresent(arn -> problems.unless(
                        Arn.region(arn).equals(UsEast1.REGION),
                        Property.of("keys", "edgeLogs"),
                        "a key in " + Arn.region(arn),
                        "one in us-east-1, where CloudFront and its web ACL log"));
        environmentKey.ifPresent(arn -> checkKey(problems, "environment", arn));
        TagChecks.check(problems, tags);
        problems.raise("CompanyRules");
        return this;
    }

    private static void checkKey(Problems problems, String property, String arn) {
        KmsKey.check(problems, Property.of("keys", property), arn);
    }

    /** Collects the rules; may be used again after {@link #build()}. */
    public static final class Builder {
        private Optional<String> permissionsBoundary = Optional.empty();
        private Optional<String> rolePath = Optional.empty();
        private Optional<String> roleNamePrefix = Optional.empty();
        private Optional<String> logKey = Optional.empty();
        private Optional<String> edgeLogKey = Optional.empty();
        private Optional<String> environmentKey = Optional.empty();
        private Map<String, String> tags = Map.of();

        private Builder() {}

        /**
         * What every role may do at most, whatever its policies allow: a managed policy's ARN. Default: no boundary.
         *
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
         *     boundaries</a>
         */
        public Builder permissionsBoundary(String policyArn) {
            permissionsBoundary = Optional.of(policyArn);
            return this;
        }

        /**
         * The path of every role, with a slash at both ends: {@code /apps/chat/}. At most {@value IamLimits#PATH_MAX}
         * characters. A role of another path is another role. Default: {@code /}.
         *
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
         */
        public Builder rolePath(String path) {
            rolePath = Optional.of(path);
            return this;
        }

        /**
         * What the name of every role begins with, that has none of its own. Project, stack and resource follow; a name of
         * more than {@value IamLimits#NAME_MAX} characters is cut, and ends with a digest of the whole. At most
         * {@value IamLimits#NAME_PREFIX_MAX} letters, digits and {@code +=,.@_-}. Default: Pulumi's names.
         */
        public Builder roleNamePrefix(String prefix) {
            roleNamePrefix = Optional.of(prefix);
            return this;
        }

        /**
         * The key of every log group in the stack's region: a KMS key's ARN there. Its policy has to let CloudWatch Logs use
         * it. Default: CloudWatch Logs' own.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">Encrypt log
         *     data</a>
         */
        public Builder logKey(String keyArn) {
            logKey = Optional.of(keyArn);
            return this;
        }

        /** As {@link #logKey}, of the log groups in us-east-1, those of the distribution and its web ACL. */
        public Builder edgeLogKey(String keyArn) {
            edgeLogKey = Optional.of(keyArn);
            return this;
        }

        /**
         * The key of every function's environment variables: a KMS key's ARN in the stack's region. Lambda@Edge has no such
         * variables. Default: Lambda's own.
         *
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html">Securing
         *     environment variables</a>
         */
        public Builder environmentKey(String keyArn) {
            environmentKey = Optional.of(keyArn);
            return this;
        }

        /** Tags of every resource that can have them; a resource's own of the same key stays. Default: none. */
        public Builder tags(Map<String, String> tags) {
            this.tags = Map.copyOf(tags);
            return this;
        }

        /** @throws InvalidArgumentsException naming everything that is wrong with the rules */
        public CompanyRules build() {
            return new CompanyRules(this).checked();
        }
    }
}
