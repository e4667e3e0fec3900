package io.edgesocket.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaFunctionTest {
    private static final String FUNCTION = "aws:lambda/function:Function::echo";
    private static final String ROLE = "aws:iam/role:Role::echo-role";
    private static final String POLICY = "aws:iam/rolePolicy:RolePolicy::echo-policy";
    private static final String ALIAS = "aws:lambda/alias:Alias::echo-alias";
    private static final String LOGS = "aws:cloudwatch/logGroup:LogGroup::echo-logs";

    @AfterEach
    void forget() {
        PulumiTest.cleanup();
    }

    @Test
    void a_minimal_function_has_the_stated_defaults() {
        assertThat(registered(minimal()).inputs(FUNCTION))
                .contains(
                        entry("runtime", "java21"),
                        entry("architectures", List.of("arm64")),
                        entry("handler", Echo.NAME),
                        entry("memorySize", 512.0),
                        entry("timeout", 10.0),
                        entry("role", "arn:aws:mock:::echo-role"));
    }

    @Test
    void what_is_not_asked_for_is_not_set() {
        assertThat(registered(minimal()).inputs(FUNCTION))
                .doesNotContainKeys(
                        "name",
                        "description",
                        "environment",
                        "tracingConfig",
                        "reservedConcurrentExecutions",
                        "tags",
                        "deadLetterConfig",
                        "layers",
                        "ephemeralStorage",
                        "packageType",
                        "publish",
                        "vpcConfig");
    }

    @Test
    void logs_go_to_a_group_of_this_stack_and_are_forgotten() {
        assertThat(registered(minimal()).inputs(LOGS))
                .containsOnly(entry("name", "/aws/lambda/shop-dev-echo"), entry("retentionInDays", 30.0));
    }

    @Test
    void the_function_logs_to_its_group() {
        assertThat(registered(minimal()).inputs(FUNCTION))
                .containsEntry("loggingConfig", Map.of("logFormat", "Text", "logGroup", "/aws/lambda/shop-dev-echo"));
    }

    @Test
    void only_lambda_may_take_the_role() {
        assertThat(registered(minimal()).inputs(ROLE)).containsOnly(entry("assumeRolePolicy", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                "Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""));
    }

    @Test
    void the_role_may_write_to_its_log_group_and_do_nothing_else() {
        assertThat(registered(minimal()).inputs(POLICY))
                .containsOnly(entry("role", "echo-role-1a2b3c4"), entry("policy", """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                        "Action":["logs:CreateLogStream","logs:PutLogEvents"],\
                        "Resource":"arn:aws:mock:::echo-logs:*"}]}"""));
    }

    @Test
    void everything_set_is_registered() {
        assertThat(registered(everything()).inputs(FUNCTION))
                .contains(
                        entry("description", "Replies"),
                        entry("memorySize", 1024.0),
                        entry("timeout", 29.0),
                        entry("environment", Map.of("variables", Map.of("MODE", "loud", "TABLE", "t-1", "LEVEL", "3"))),
                        entry("tracingConfig", Map.of("mode", "Active")),
                        entry("reservedConcurrentExecutions", 5.0));
    }

    @Test
    void tracing_and_what_is_allowed_add_to_the_role() {
        assertThat(registered(everything()).inputs(POLICY).get("policy").toString())
                .endsWith("""
                {"Effect":"Allow","Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"},\
                {"Effect":"Allow","Action":["dynamodb:GetItem"],"Resource":"arn:aws:dynamodb:::table/t"}]}""");
    }

    @Test
    void tags_are_on_the_function_and_its_role_and_its_logs() {
        var mocks = registered(everything());
        assertThat(List.of(mocks.inputs(FUNCTION), mocks.inputs(ROLE), mocks.inputs(LOGS)))
                .allSatisfy(inputs -> assertThat(inputs).containsEntry("tags", Map.of("team", "chat")));
    }

    @Test
    void logs_are_kept_as_long_as_asked() {
        assertThat(registered(everything()).inputs(LOGS)).containsEntry("retentionInDays", 365.0);
    }

    @Test
    void a_function_with_snapstart_is_published_and_has_an_alias_that_follows_it() {
        var mocks = registered(minimal().toBuilder().snapStart(true).build());
        assertThat(mocks.inputs(FUNCTION))
                .contains(entry("publish", true), entry("snapStart", Map.of("applyOn", "PublishedVersions")));
        assertThat(mocks.inputs(ALIAS))
                .containsOnly(
                        entry("name", "live"), entry("functionName", "echo-1a2b3c4"), entry("functionVersion", "7"));
    }

    @Test
    void a_function_with_snapstart_is_called_by_its_alias() {
        var invokeArn = new AtomicReference<Output<String>>();
        FunctionMocks.run(ctx -> invokeArn.set(
                new LambdaFunction("echo", minimal().toBuilder().snapStart(true).build()).invokeArn()));
        assertThat(PulumiTest.extractValue(invokeArn.get())).isEqualTo("arn:aws:apigateway:::echo-alias");
    }

    @Test
    void a_function_without_snapstart_has_no_alias_and_no_versions() {
        assertThat(registered(everything()).inputs(FUNCTION)).doesNotContainKeys("publish", "snapStart");
        assertThat(registered(everything()).inputs(ALIAS)).isEmpty();
    }

    @Test
    void provisioned_instances_are_of_the_alias_which_follows_each_published_version() {
        var mocks = registered(minimal().toBuilder().provisionedConcurrency(3).build());
        assertThat(mocks.inputs(FUNCTION)).containsEntry("publish", true).doesNotContainKey("snapStart");
        assertThat(mocks.inputs(ALIAS)).containsEntry("functionVersion", "7");
        assertThat(mocks.inputs("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig"
                        + "::echo-provisioned-concurrency"))
                .containsOnly(
                        entry("functionName", "echo-1a2b3c4"),
                        entry("qualifier", "live"),
                        entry("provisionedConcurrentExecutions", 3.0));
    }

    @Test
    void a_function_with_provisioned_instances_is_called_by_its_alias() {
        var invokeArn = new AtomicReference<Output<String>>();
        FunctionMocks.run(ctx -> invokeArn.set(new LambdaFunction(
                        "echo", minimal().toBuilder().provisionedConcurrency(1).build())
                .invokeArn()));
        assertThat(PulumiTest.extractValue(invokeArn.get())).isEqualTo("arn:aws:apigateway:::echo-alias");
    }

    @Test
    void an_image_brings_its_runtime_and_may_get_another_command() {
        var image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat:1.0";
        var args = minimal().toBuilder()
                .code(FunctionCode.image(image, "app.handler"))
                .build();
        assertThat(registered(args).inputs(FUNCTION))
                .contains(
                        entry("packageType", "Image"),
                        entry("imageUri", image),
                        entry("imageConfig", Map.of("commands", List.of("app.handler"))))
                .doesNotContainKeys("runtime", "handler", "code");
    }

    @Test
    void the_architecture_the_layers_and_the_storage_are_those_that_were_chosen() {
        var args = minimal().toBuilder()
                .architecture(Architecture.X86_64)
                .layer("arn:aws:lambda:eu-west-1:123456789012:layer:first:1")
                .layer(Output.of("second"))
                .ephemeralStorageMb(1024)
                .build();
        assertThat(registered(args).inputs(FUNCTION))
                .contains(
                        entry("architectures", List.of("x86_64")),
                        entry("layers", List.of("arn:aws:lambda:eu-west-1:123456789012:layer:first:1", "second")),
                        entry("ephemeralStorage", Map.of("size", 1024.0)));
    }

    @Test
    void a_function_in_a_vpc_has_its_subnets_and_security_groups() {
        assertThat(registered(inVpc()).inputs(FUNCTION))
                .containsEntry(
                        "vpcConfig",
                        Map.of("subnetIds", List.of("subnet-0a1b2c3d"), "securityGroupIds", List.of("sg-0a1b2c3d")));
    }

    @Test
    void what_lambda_does_with_its_network_interfaces_its_code_may_not() {
        assertThat(registered(inVpc()).inputs(POLICY).get("policy").toString()).endsWith("""
                {"Effect":"Allow","Action":["ec2:CreateNetworkInterface","ec2:DescribeNetworkInterfaces",\
                "ec2:DescribeSubnets","ec2:DeleteNetworkInterface","ec2:AssignPrivateIpAddresses",\
                "ec2:UnassignPrivateIpAddresses"],"Resource":"*"},\
                {"Effect":"Deny","Condition":{"Null":{"lambda:SourceFunctionArn":"false"}},\
                "Action":["ec2:CreateNetworkInterface","ec2:DescribeNetworkInterfaces",\
                "ec2:DescribeSubnets","ec2:DeleteNetworkInterface","ec2:AssignPrivateIpAddresses",\
                "ec2:UnassignPrivateIpAddresses"],"Resource":"*"}]}""");
    }

    private static LambdaFunctionArgs inVpc() {
        return minimal().toBuilder()
                .vpc(List.of("subnet-0a1b2c3d"), List.of("sg-0a1b2c3d"))
                .build();
    }

    @Test
    void a_function_with_a_role_that_exists_has_that_and_makes_none() {
        var role = "arn:aws:iam::123456789012:role/chat";
        var mocks = registered(minimal().toBuilder().role(role).build());
        assertThat(mocks.inputs(FUNCTION)).containsEntry("role", role);
        assertThat(mocks.inputs(ROLE)).isEmpty();
        assertThat(mocks.inputs(POLICY)).isEmpty();
    }

    @Test
    void code_runs_on_another_runtime_of_its_language() {
        var args = minimal().toBuilder().code(Echo.code().withRuntime("java17")).build();
        assertThat(registered(args).inputs(FUNCTION)).contains(entry("runtime", "java17"), entry("handler", Echo.NAME));
    }

    @Test
    void arguments_begin_a_new_builder() {
        assertThat(registered(everything().toBuilder().memoryMb(256).build()).inputs(FUNCTION))
                .contains(entry("memorySize", 256.0), entry("description", "Replies"));
    }

    @Test
    void a_variable_set_again_takes_its_last_value() {
        var args = minimal().toBuilder()
                .environment("MODE", Output.of("computed"))
                .environment("MODE", "plain")
                .build();
        assertThat(registered(args).inputs(FUNCTION))
                .containsEntry("environment", Map.of("variables", Map.of("MODE", "plain")));
    }

    @Test
    void a_transform_changes_a_child() {
        var args = minimal().toBuilder()
                .transform(child -> child.change(
                        FunctionArgs.class,
                        function -> FunctionArgs.builder(function).publish(true).build()))
                .build();
        assertThat(registered(args).inputs(FUNCTION)).containsEntry("publish", true);
    }

    @Test
    void the_outputs_are_those_of_the_function() {
        var outputs = new AtomicReference<Output<List<String>>>();
        FunctionMocks.run(ctx -> {
            var echo = new LambdaFunction("echo", minimal());
            outputs.set(Output.all(echo.arn(), echo.invokeArn(), echo.functionName()));
        });
        assertThat(PulumiTest.extractValue(outputs.get()))
                .containsExactly("arn:aws:mock:::echo", "arn:aws:apigateway:::echo", "echo-1a2b3c4");
    }

    private static FunctionMocks registered(LambdaFunctionArgs args) {
        return FunctionMocks.run(ctx -> new LambdaFunction("echo", args));
    }

    private static LambdaFunctionArgs minimal() {
        return LambdaFunctionArgs.builder().code(Echo.code()).build();
    }

    private static LambdaFunctionArgs everything() {
        return LambdaFunctionArgs.builder()
                .code(Echo.code())
                .description("Replies")
                .memoryMb(1024)
                .timeout(Duration.ofSeconds(29))
                .environment("MODE", "loud")
                .environment("TABLE", Output.of("t-1"))
                .environment(Map.of("LEVEL", "3"))
                .tracing(true)
                .reservedConcurrency(5)
                .logRetentionDays(365)
                .allow(List.of("dynamodb:GetItem"), Output.of("arn:aws:dynamodb:::table/t"))
                .tags(Map.of("team", "chat"))
                .build();
    }
}
