package io.edgesocket.testing;

import static com.pulumi.test.PulumiTest.extractValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.aws.outputs.GetRegionResult;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AwsMocksTest {
    private static TestedStack run(Consumer<Context> program) {
        return StackTest.withConfiguration(Map.of("aws:region", "eu-west-1")).run(program);
    }

    @Test
    void a_resource_has_what_it_was_registered_with_and_an_arn() {
        var stack = run(ctx -> {
            new Queue("orders");
            new Queue("named", QueueArgs.builder().name("mine").build());
        });

        var orders = stack.resource(Queue.class, "orders");
        assertThat(extractValue(orders.id())).isEqualTo("orders-id");
        assertThat(extractValue(orders.name())).isEqualTo("orders-1a2b3c4");
        assertThat(extractValue(orders.arn())).isEqualTo("arn:aws:sqs:eu-west-1:123456789012:orders-1a2b3c4");
        assertThat(extractValue(stack.resource(Queue.class, "named").arn()))
                .isEqualTo("arn:aws:sqs:eu-west-1:123456789012:mine");
    }

    @Test
    void a_table_s_arn_says_that_it_is_one() {
        var table = run(ctx -> new Table("connections")).resource(Table.class, "connections");
        assertThat(extractValue(table.arn()))
                .isEqualTo("arn:aws:dynamodb:eu-west-1:123456789012:table/connections-1a2b3c4");
    }

    @Test
    void a_function_s_outputs_belong_together() {
        var function = run(ctx -> new Function(
                        "echo",
                        FunctionArgs.builder()
                                .role("arn:aws:iam::123456789012:role/echo")
                                .publish(true)
                                .build()))
                .resource(Function.class, "echo");

        var arn = "arn:aws:lambda:eu-west-1:123456789012:function:echo-1a2b3c4";
        assertThat(extractValue(function.arn())).isEqualTo(arn);
        assertThat(extractValue(function.qualifiedArn())).isEqualTo(arn + ":1");
        assertThat(extractValue(function.invokeArn()))
                .isEqualTo("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + arn + "/invocations");
    }

    @Test
    void a_resource_of_another_region_s_provider_is_there() {
        var stack = run(ctx -> new Queue(
                "orders",
                QueueArgs.Empty,
                CustomResourceOptions.builder()
                        .provider(new Provider(
                                "virginia",
                                ProviderArgs.builder().region("us-east-1").build()))
                        .build()));

        assertThat(extractValue(stack.resource(Queue.class, "orders").arn())).startsWith("arn:aws:sqs:us-east-1:");
    }

    @Test
    void a_certificate_is_proved_by_one_record_for_each_name() {
        var certificate = run(ctx -> new Certificate(
                        "edge",
                        CertificateArgs.builder()
                                .domainName("example.com")
                                .subjectAlternativeNames("*.example.com", "example.com")
                                .build()))
                .resource(Certificate.class, "edge");

        assertThat(extractValue(certificate.domainValidationOptions()))
                .extracting(CertificateDomainValidationOption::domainName)
                .containsExactly(Optional.of("example.com"), Optional.of("*.example.com"));
        assertThat(extractValue(certificate.domainValidationOptions()))
                .extracting(CertificateDomainValidationOption::resourceRecordName)
                .containsOnly(Optional.of("_validation.example.com."));
    }

    @Test
    void what_is_asked_of_aws_is_answered() {
        var stack = run(ctx -> {
            ctx.export("region", AwsFunctions.getRegion().applyValue(GetRegionResult::name));
            ctx.export("account", AwsFunctions.getCallerIdentity().applyValue(GetCallerIdentityResult::accountId));
        });

        assertThat(stack.output("region")).isEqualTo("eu-west-1");
        assertThat(stack.output("account")).isEqualTo("123456789012");
    }

    @Test
    void mocks_of_one_s_own_are_completed() {
        Mocks own = resource -> CompletableFuture.completedFuture(
                Mocks.ResourceResult.of(Optional.of("q1"), Map.of("arn", "arn:aws:sqs:::mine")));
        var orders = StackTest.withConfiguration(Map.of())
                .withMocks(AwsMocks.completing(own))
                .run(ctx -> new Queue("orders"))
                .resource(Queue.class, "orders");

        assertThat(extractValue(orders.id())).isEqualTo("q1");
        assertThat(extractValue(orders.arn())).isEqualTo("arn:aws:sqs:::mine");
        assertThat(extractValue(orders.name())).isEqualTo("orders-1a2b3c4");
    }

    @Test
    void they_answer_pulumi_s_own_test_too() {
        try {
            var result = PulumiTest.withMocks(new AwsMocks())
                    .runTest(ctx -> ctx.export("arn", new Queue("orders").arn()))
                    .throwOnError();

            assertThat(List.of(extractValue((Output<?>) result.output("arn"))))
                    .isEqualTo(List.of("arn:aws:sqs:us-east-1:123456789012:orders-1a2b3c4"));
        } finally {
            PulumiTest.cleanup();
        }
    }
}
