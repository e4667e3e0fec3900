package io.edgesocket.engine;

import static io.edgesocket.engine.Programs.input;
import static io.edgesocket.engine.Programs.resource;
import static io.edgesocket.engine.Programs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.acm.AcmFunctions;
import com.pulumi.aws.acm.inputs.GetCertificateArgs;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void a_resource_is_recorded_as_the_program_registered_it() {
        var api = resource(run(ctx -> new Api("chat", websocket())), "chat");
        assertThat(api.inputs().values()).isEqualTo(java.util.Map.of("protocolType", Value.Text.of("WEBSOCKET")));
    }

    @Test
    void the_stack_itself_comes_first() {
        assertThat(run(ctx -> {}).resources())
                .extracting(Registration::urn)
                .containsExactly("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
    }

    @Test
    void a_child_s_urn_names_its_parents_types() {
        var registrations = run(ctx -> new Outer());
        assertThat(resource(registrations, "logs").urn())
                .isEqualTo("urn:pulumi:dev::shop::my:Outer$my:Inner$aws:cloudwatch/logGroup:LogGroup::logs");
    }

    @Test
    void a_resource_depends_on_what_its_inputs_come_from() {
        var registrations = run(ctx -> {
            var api = new Api("chat", websocket());
            new LogGroup("logs", LogGroupArgs.builder().name(api.id()).build());
        });
        assertThat(resource(registrations, "logs").dependencies())
                .containsExactly("urn:pulumi:dev::shop::aws:apigatewayv2/api:Api::chat");
    }

    @Test
    void options_that_change_a_deployment_are_kept() {
        var registrations = run(ctx -> new LogGroup(
                "logs",
                LogGroupArgs.Empty,
                CustomResourceOptions.builder()
                        .protect(true)
                        .retainOnDelete(true)
                        .deleteBeforeReplace(true)
                        .ignoreChanges("tags")
                        .build()));
        assertThat(resource(registrations, "logs").options())
                .isEqualTo(new Registration.Options(true, true, true, List.of(), List.of("tags")));
    }

    @Test
    void what_a_child_leaves_open_is_as_in_its_parent() {
        var registrations = run(ctx -> {
            var kept = new ComponentResource(
                    "shop:Logs",
                    "kept",
                    ComponentResourceOptions.builder()
                            .protect(true)
                            .retainOnDelete(true)
                            .build());
            new LogGroup(
                    "logs",
                    LogGroupArgs.Empty,
                    CustomResourceOptions.builder().parent(kept).build());
            new LogGroup(
                    "other",
                    LogGroupArgs.Empty,
                    CustomResourceOptions.builder()
                            .parent(kept)
                            .protect(false)
                            .retainOnDelete(false)
                            .build());
        });
        assertThat(resource(registrations, "logs").options())
                .isEqualTo(new Registration.Options(true, true, false, List.of(), List.of()));
        assertThat(resource(registrations, "other").options())
                .isEqualTo(new Registration.Options(false, false, false, List.of(), List.of()));
    }

    @Test
    void an_explicit_provider_is_named_by_its_urn() {
        var registrations = run(ctx -> {
            var virginia = new Provider(
                    "virginia", ProviderArgs.builder().region("us-east-1").build());
            new LogGroup(
                    "logs",
                    LogGroupArgs.Empty,
                    CustomResourceOptions.builder().provider(virginia).build());
        });
        assertThat(resource(registrations, "logs").provider()).endsWith("pulumi:providers:aws::virginia");
    }

    @Test
    void the_stack_s_outputs_are_recorded() {
        var outputs = run(ctx -> ctx.export("answer", Output.of(42))).outputs();
        assertThat(outputs.values()).containsEntry("answer", new Value.Numeric(new java.math.BigDecimal("42")));
    }

    @Test
    void the_region_is_answered_from_the_configuration() {
        var outputs = run(ctx -> ctx.export("region", AwsFunctions.getRegion().applyValue(region -> region.name())))
                .outputs();
        assertThat(outputs.values()).containsEntry("region", Value.Text.of("eu-west-1"));
    }

    @Test
    void a_question_that_only_aws_can_answer_is_refused_by_name() {
        assertThatThrownBy(() -> run(ctx -> ctx.export(
                        "arn",
                        AcmFunctions.getCertificate(GetCertificateArgs.builder()
                                        .domain("example.com")
                                        .build())
                                .applyValue(c -> c.arn()))))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("aws:acm/getCertificate:getCertificate");
    }

    @Test
    void an_error_that_the_program_logs_fails_it() {
        assertThatThrownBy(() -> run(ctx -> ctx.log().error("not like this")))
                .isInstanceOf(ProgramException.class)
                .hasMessage("not like this");
    }

    @Test
    void two_resources_of_one_urn_are_refused() {
        assertThatThrownBy(() -> run(ctx -> {
                    new LogGroup("logs");
                    new LogGroup("logs");
                }))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("aws:cloudwatch/logGroup:LogGroup::logs");
    }

    @Test
    void a_resource_that_names_its_region_is_there() {
        var registrations = run(ctx -> {
            var queue = new RegionalQueue("orders", "ap-south-1");
            new LogGroup("logs", LogGroupArgs.builder().name(queue.arn()).build());
        });
        assertThat(((Value.Text) input(registrations, "logs", "name")).asGiven())
                .startsWith("arn:aws:sqs:ap-south-1:");
    }

    @Test
    void a_resource_that_exists_already_is_recorded_too() {
        var registrations = run(ctx -> Api.get("chat", Output.of("a1b2c3"), null, CustomResourceOptions.Empty));
        assertThat(resource(registrations, "chat").type()).isEqualTo("aws:apigatewayv2/api:Api");
    }

    @Test
    void runs_side_by_side_keep_to_themselves() {
        var counts = IntStream.range(1, 9)
                .parallel()
                .mapToObj(n -> run(ctx -> IntStream.range(0, n).forEach(i -> new LogGroup("logs" + i))))
                .map(registrations -> registrations.resources().size())
                .toList();
        assertThat(counts).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static ApiArgs websocket() {
        return ApiArgs.builder().protocolType("WEBSOCKET").build();
    }

    private static final class Outer extends ComponentResource {
        Outer() {
            super("my:Outer", "outer");
            new Inner(ComponentResourceOptions.builder().parent(this).build());
        }
    }

    private static final class Inner extends ComponentResource {
        Inner(ComponentResourceOptions options) {
            super("my:Inner", "inner", options);
            new LogGroup(
                    "logs",
                    LogGroupArgs.Empty,
                    CustomResourceOptions.builder().parent(this).build());
        }
    }

    /** A queue as the AWS provider has it from major version 7 on. */
    private static final class RegionalQueue extends CustomResource {
        @Export(name = "arn", refs = String.class)
        private Output<String> arn;

        RegionalQueue(String name, String region) {
            super("aws:sqs/queue:Queue", name, new Args(region), CustomResourceOptions.Empty);
        }

        public Output<String> arn() {
            return arn;
        }

        private static final class Args extends ResourceArgs {
            @Import
            @SuppressWarnings("unused") // the SDK reads it
            private final Output<String> region;

            Args(String region) {
                this.region = Output.of(region);
            }
        }
    }
}
