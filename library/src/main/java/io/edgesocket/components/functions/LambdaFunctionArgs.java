package io.edgesocket.components.functions;

import com.pulumi.core.Output;
import io.edgesocket.components.LogRetention;
import io.edgesocket.components.Transform;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.PolicyStatement;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TaggedArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a {@link LambdaFunction} is made of. Values are checked when the component is made, all at once.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
 */
public final class LambdaFunctionArgs extends TaggedArgs {
    final Optional<FunctionCode> code;
    final Optional<String> description;
    final int memoryMb;
    final Duration timeout;
    public final FunctionEnvironment environment;
    final boolean tracing;
    final OptionalInt reservedConcurrency;
    final boolean snapStart;
    final OptionalInt provisionedConcurrency;
    final Architecture architecture;
    final List<Input> layers;
    final OptionalInt ephemeralStorageMb;
    final Optional<FunctionVpc> vpc;
    final Optional<Input> role;
    final int logRetentionDays;
    final List<PolicyStatement> allowed;
    /** What it may do with connections, if a route leads to it. */
    public final Set<ConnectionAction> connections;

    private LambdaFunctionArgs(Builder from) {
        super("LambdaFunction", from);
        code = from.code;
        description = from.description;
        memoryMb = from.memoryMb;
        timeout = from.timeout;
        environment = from.environment;
        tracing = from.tracing;
        reservedConcurrency = from.reservedConcurrency;
        snapStart = from.snapStart;
        provisionedConcurrency = from.provisionedConcurrency;
        architecture = from.architecture;
        layers = List.copyOf(from.layers);
        ephemeralStorageMb = from.ephemeralStorageMb;
        vpc = from.vpc;
        role = from.role;
        logRetentionDays = from.logRetentionDays;
        allowed = List.copyOf(from.allowed);
        connections = Collections.unmodifiableSet(from.connections);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Whether what is called is an alias: a snapshot and what is provisioned belong to a published version. */
    boolean hasAlias() {
        return snapStart || provisionedConcurrency.isPresent();
    }

    /** A builder that starts with these arguments, for a function that differs from another in a few. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The same, as part of another component: with its tags, over which the function's own win, and its hook. */
    public LambdaFunctionArgs within(Optional<Map<String, String>> others, Transform outer) {
        var all = new HashMap<>(others.orElse(Map.of()));
        tags.ifPresent(all::putAll);
        return toBuilder()
                .tags(all)
                .transform(child -> outer.apply(transform.apply(child)))
                .build();
    }

    @Override
    protected void check(Problems problems, String name) {
        new FunctionChecks(name, this, problems).run();
    }

    /** Whether the function gets a role of its own, with the rights that it needs. */
    public boolean makesRole() {
        return role.isEmpty();
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private Optional<FunctionCode> code = Optional.empty();
        private Optional<String> description = Optional.empty();
        private int memoryMb = LambdaLimits.MEMORY_DEFAULT;
        private Duration timeout = Duration.ofSeconds(LambdaLimits.TIMEOUT_DEFAULT);
        private FunctionEnvironment environment = FunctionEnvironment.EMPTY;
        private boolean tracing;
        private OptionalInt reservedConcurrency = OptionalInt.empty();
        private boolean snapStart;
        private OptionalInt provisionedConcurrency = OptionalInt.empty();
        private Architecture architecture = Architecture.ARM64;
        private final List<Input> layers = new ArrayList<>();
        private OptionalInt ephemeralStorageMb = OptionalInt.empty();
        private Optional<FunctionVpc> vpc = Optional.empty();
        private Optional<Input> role = Optional.empty();
        private int logRetentionDays = LogRetention.DEFAULT_DAYS;
        private final List<PolicyStatement> allowed = new ArrayList<>();
        private Set<ConnectionAction> connections = EnumSet.of(ConnectionAction.POST);

        private Builder() {}

        private Builder(LambdaFunctionArgs from) {
            super(from);
            code = from.code;
            description = from.description;
            memoryMb = from.memoryMb;
            timeout = from.timeout;
            environment = from.environment;
            tracing = from.tracing;
            reservedConcurrency = from.reservedConcurrency;
            snapStart = from.snapStart;
            provisionedConcurrency = from.provisionedConcurrency;
            architecture = from.architecture;
            layers.addAll(from.layers);
            ephemeralStorageMb = from.ephemeralStorageMb;
            vpc = from.vpc;
            role = from.role;
            logRetentionDays = from.logRetentionDays;
            allowed.addAll(from.allowed);
            connections = from.connections;
        }

        /** What runs, and on which runtime. Required. */
        public Builder code(FunctionCode code) {
            this.code = Optional.of(code);
            return this;
        }

        /**
         * Shown in the console. At most {@value LambdaLimits#DESCRIPTION_MAX} characters. Default: none.
         */
        public Builder description(String description) {
            this.description = Optional.of(description);
            return this;
        }

        /**
         * Memory in MB, from {@value LambdaLimits#MEMORY_MIN} to {@value LambdaLimits#MEMORY_MAX}; the share of
         * a processor grows with it. Default: {@value LambdaLimits#MEMORY_DEFAULT}.
         */
        public Builder memoryMb(int memoryMb) {
            this.memoryMb = memoryMb;
            return this;
        }

        /**
         * How long one call may run, in whole seconds from {@value LambdaLimits#TIMEOUT_MIN} to
         * {@value LambdaLimits#TIMEOUT_MAX}. API Gateway stops waiting at 29 seconds, whatever stands here.
         * Default: {@value LambdaLimits#TIMEOUT_DEFAULT} seconds.
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** Adds an environment variable whose value is known when the program runs. */
        public Builder environment(String key, String value) {
            environment = environment.with(key, Input.now(value));
            return this;
        }

        /** As {@link #environment(String, String)}, of a value that Pulumi is to keep secret. */
        public Builder secretEnvironment(String key, String value) {
            environment = environment.with(key, Input.secret(value));
            return this;
        }

        /** Adds an environment variable that another resource gives. */
        public Builder environment(String key, Output<String> value) {
            environment = environment.with(key, Input.later(value));
            return this;
        }

        /**
         * Adds environment variables. Keys and values together take at most
         * {@value LambdaLimits#ENVIRONMENT_MAX_BYTES} bytes; what only another resource knows isn't counted.
         * Default: none.
         *
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">names that
         *     Lambda keeps for itself</a>
         */
        public Builder environment(Map<String, String> variables) {
            variables.forEach(this::environment);
            return this;
        }

        /** Whether calls are traced by X-Ray, which the function's role then may write to. Default: false. */
        public Builder tracing(boolean tracing) {
            this.tracing = tracing;
            return this;
        }

        /**
         * How many calls may run at once, taken out of the account's limit; 0 stops the function.
         * Default: none, the account's unreserved limit.
         */
        public Builder reservedConcurrency(int calls) {
            reservedConcurrency = OptionalInt.of(calls);
            return this;
        }

        /**
         * Whether calls start from a snapshot of the initialized function, which spares most of a cold start. Each
         * change publishes a version, whose snapshot takes Lambda a minute or two to make; {@link LambdaFunction#alias()}
         * then moves to it, and is what is called. Java and Python only; AWS charges for a Python function's
         * snapshots, not for those of Java. What the function makes when it starts, it makes once for all its
         * instances: nothing that must differ between them belongs there, and no connection. Default: false.
         *
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html">Lambda SnapStart</a>
         */
        public Builder snapStart(boolean snapStart) {
            this.snapStart = snapStart;
            return this;
        }

        /**
         * How many instances are kept started, for code that SnapStart doesn't serve. Lambda charges for them by the hour,
         * called or not. Each change publishes a version; {@link LambdaFunction#alias()} moves to it, and is what is called.
         * A deployment waits until all are started, some minutes. Not together with {@link #snapStart}, and not more than
         * {@link #reservedConcurrency}. At least 1. Default: none.
         *
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html">Provisioned
         *     concurrency</a>
         */
        public Builder provisionedConcurrency(int instances) {
            provisionedConcurrency = OptionalInt.of(instances);
            return this;
        }

        /**
         * The processor that it runs on. Native libraries in the code, the layers and a container image must be built for
         * it. Default: {@link Architecture#ARM64}, which costs less.
         */
        public Builder architecture(Architecture architecture) {
            this.architecture = architecture;
            return this;
        }

        /**
         * Adds a version of a layer, whose files the function finds below {@code /opt}. Of the same file in several layers,
         * the last one's is found. At most {@value LambdaLimits#LAYERS_MAX}, in the function's region; together with the
         * code at most 250 MB. Default: none.
         *
         * @param arn {@code arn:aws:lambda:eu-west-1:123456789012:layer:NAME:1}
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html">Lambda layers</a>
         */
        public Builder layer(String arn) {
            layers.add(Input.now(arn));
            return this;
        }

        /** As {@link #layer(String)}, of a layer of this program: {@link com.pulumi.aws.lambda.LayerVersion#arn()}. */
        public Builder layer(Output<String> arn) {
            layers.add(Input.later(arn));
            return this;
        }

        /**
         * How much the function may write below {@code /tmp}, in MB, from {@value LambdaLimits#EPHEMERAL_STORAGE_MIN} to
         * {@value LambdaLimits#EPHEMERAL_STORAGE_MAX}; with {@link #snapStart} no more than the least. Default:
         * {@value LambdaLimits#EPHEMERAL_STORAGE_MIN}, which costs nothing.
         *
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html">Ephemeral
         *     storage</a>
         */
        public Builder ephemeralStorageMb(int megabytes) {
            ephemeralStorageMb = OptionalInt.of(megabytes);
            return this;
        }

        /**
         * Puts the function's network interfaces into subnets of a VPC, in the function's region. Its role then may do with
         * them what Lambda needs. From there it reaches what the subnets' routes lead to: {@code @connections} and any other
         * place of the internet by a NAT gateway alone, as it has no public address. Default: no VPC; it reaches the internet.
         *
         * @param subnetIds        1 to {@value LambdaLimits#SUBNETS_MAX}, in several availability zones
         * @param securityGroupIds 1 to {@value LambdaLimits#SECURITY_GROUPS_MAX}, which have to let HTTPS out
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Functions in a VPC</a>
         */
        public Builder vpc(List<String> subnetIds, List<String> securityGroupIds) {
            vpc = Optional.of(FunctionVpc.of(subnetIds, securityGroupIds));
            return this;
        }

        /** As {@link #vpc(List, List)}, of a VPC that other resources make. */
        public Builder vpc(Output<List<String>> subnetIds, Output<List<String>> securityGroupIds) {
            vpc = Optional.of(FunctionVpc.of(subnetIds, securityGroupIds));
            return this;
        }

        /**
         * A role that exists, instead of one that is made. It must let Lambda take it, and allow all that the function does:
         * writing its logs, posting to connections, X-Ray, network interfaces in a VPC. Default: one is made, with just these
         * rights.
         *
         * @param arn {@code arn:aws:iam::123456789012:role/NAME}
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html">Execution role</a>
         */
        public Builder role(String arn) {
            role = Optional.of(Input.now(arn));
            return this;
        }

        /** As {@link #role(String)}, of a role of this program. */
        public Builder role(Output<String> arn) {
            role = Optional.of(Input.later(arn));
            return this;
        }

        /**
         * How many days CloudWatch Logs keeps what the function logs: 1, 3, 5, 7, 14, 30, 60, 90, … 3653.
         * Default: {@value LogRetention#DEFAULT_DAYS}.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">all
         *     that are accepted</a>
         */
        public Builder logRetentionDays(int days) {
            logRetentionDays = days;
            return this;
        }

        /**
         * Gives the function one more right, besides writing its own logs.
         *
         * @param actions IAM actions, such as {@code dynamodb:GetItem}
         * @param resourceArn on what
         */
        public Builder allow(List<String> actions, Output<String> resourceArn) {
            allowed.add(new PolicyStatement(actions, resourceArn));
            return this;
        }

        /**
         * What the function may do with the connections of the API and stage whose route leads to it; nothing, if none is
         * given. A function that no route leads to may do nothing with them, whatever stands here. Default:
         * {@link ConnectionAction#POST}.
         */
        public Builder connections(ConnectionAction... allowed) {
            connections = EnumSet.noneOf(ConnectionAction.class);
            connections.addAll(List.of(allowed));
            return this;
        }

        public LambdaFunctionArgs build() {
            return new LambdaFunctionArgs(this);
        }
    }
}
