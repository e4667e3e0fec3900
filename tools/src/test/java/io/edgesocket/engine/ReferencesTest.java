package io.edgesocket.engine;

import static io.edgesocket.engine.Programs.input;
import static io.edgesocket.engine.Programs.run;
import static io.edgesocket.engine.Programs.text;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetZoneArgs;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What only exists after a deployment is read back as a reference, whatever the program made of it. */
class ReferencesTest {

    @Test
    void an_output_passed_on_is_a_reference() {
        assertThat(parameter(api -> api.id())).isEqualTo("<chat.id>");
    }

    @Test
    void an_output_within_a_text_is_a_reference_there() {
        assertThat(parameter(api -> Output.format("integrations/%s/x", api.id())))
                .isEqualTo("integrations/<chat.id>/x");
    }

    @Test
    void two_outputs_side_by_side_are_told_apart() {
        assertThat(parameter(api -> Output.format("%s%s", api.apiEndpoint(), api.executionArn())))
                .isEqualTo("<chat.apiEndpoint><chat.executionArn>");
    }

    @Test
    void an_endpoint_can_be_taken_apart_like_a_real_one() {
        assertThat(parameter(api -> api.apiEndpoint()
                        .applyValue(endpoint -> URI.create(endpoint).getHost())))
                .isEqualTo("<chat.id>.execute-api.eu-west-1.amazonaws.com");
    }

    @Test
    void a_part_of_an_output_says_that_it_is_one() {
        assertThat(parameter(api -> api.arn().applyValue(arn -> arn.split(":")[5])))
                .isEqualTo("<part of chat.arn>");
    }

    @Test
    void a_part_of_an_output_that_others_contain_is_a_part_of_that_one() {
        assertThat(function(function -> function.arn().applyValue(arn -> arn.split(":")[5])))
                .isEqualTo("<part of echo.arn>");
    }

    @Test
    void an_output_in_capitals_is_still_a_part_of_it() {
        assertThat(parameter(api -> api.arn().applyValue(arn -> arn.toUpperCase(Locale.ROOT))))
                .isEqualTo("ARN:AWS:APIGATEWAYV2:EU-WEST-1:000000000000:<part of chat.arn>");
    }

    @Test
    void a_number_within_a_text_is_a_reference_there() {
        assertThat(function(function -> function.sourceCodeSize().applyValue(size -> size + " bytes")))
                .isEqualTo("<echo.sourceCodeSize> bytes");
    }

    @Test
    void a_number_passed_on_is_a_reference() {
        var registrations = run(ctx -> new MetricAlarm(
                "large",
                MetricAlarmArgs.builder()
                        .comparisonOperator("GreaterThanThreshold")
                        .evaluationPeriods(echo().sourceCodeSize())
                        .build()));
        assertThat(text(input(registrations, "large", "evaluationPeriods"))).isEqualTo("<echo.sourceCodeSize>");
    }

    @Test
    void a_number_that_the_program_wrote_is_its_own() {
        var registrations = run(ctx -> {
            echo();
            new MetricAlarm(
                    "large",
                    MetricAlarmArgs.builder()
                            .comparisonOperator("GreaterThanThreshold")
                            .evaluationPeriods(1_600_000_000)
                            .build());
        });
        assertThat(input(registrations, "large", "evaluationPeriods"))
                .isEqualTo(new Value.Numeric(new BigDecimal(1_600_000_000).stripTrailingZeros()));
    }

    @Test
    void the_order_of_registrations_changes_no_number() {
        assertThat(sizeInRunWith("a", "b")).isEqualTo(sizeInRunWith("b", "a"));
    }

    @Test
    void a_text_that_looks_like_a_stand_in_is_a_text() {
        assertThat(parameter(api -> Output.of("standin0123456789abcdef"))).isEqualTo("standin0123456789abcdef");
    }

    @Test
    void resources_of_one_name_under_different_parents_are_told_apart() {
        var registrations = run(ctx -> {
            var inner = CustomResourceOptions.builder()
                    .parent(new Api("other", websocket()))
                    .build();
            new Api("chat", websocket(), inner);
            parameter("p", new Api("chat", websocket()).id());
        });
        var reference = (Value.Reference)
                ((Value.Text) input(registrations, "p", "value")).parts().get(0);
        assertThat(reference.urn()).isEqualTo("urn:pulumi:dev::shop::aws:apigatewayv2/api:Api::chat");
    }

    @Test
    void a_function_s_invoke_arn_is_not_mistaken_for_its_arn() {
        assertThat(function(Function::invokeArn)).isEqualTo("<echo.invokeArn>");
    }

    @Test
    void an_endpoint_lies_in_the_region_of_its_explicit_provider() {
        var registrations = run(ctx -> {
            var virginia = new Provider(
                    "virginia", ProviderArgs.builder().region("us-east-1").build());
            var api = new Api(
                    "chat",
                    websocket(),
                    CustomResourceOptions.builder().provider(virginia).build());
            parameter(
                    "p",
                    api.apiEndpoint()
                            .applyValue(endpoint -> URI.create(endpoint).getHost()));
        });
        assertThat(text(input(registrations, "p", "value"))).isEqualTo("<chat.id>.execute-api.us-east-1.amazonaws.com");
    }

    @Test
    void an_output_inside_a_list_of_objects_is_a_reference() {
        var registrations = run(ctx -> {
            var certificate = new Certificate(
                    "tls", CertificateArgs.builder().domainName("example.com").build());
            parameter(
                    "p",
                    certificate
                            .domainValidationOptions()
                            .applyValue(options ->
                                    options.get(0).resourceRecordName().orElse("none")));
        });
        assertThat(text(input(registrations, "p", "value")))
                .isEqualTo("<tls.domainValidationOptions[example.com].resourceRecordName>");
    }

    @Test
    void a_name_that_aws_will_choose_is_a_reference() {
        assertThat(parameter(api -> api.name())).isEqualTo("<chat.name>");
    }

    @Test
    void an_optional_output_that_was_not_given_is_empty() {
        assertThat(parameter(api -> api.description().applyValue(text -> text.orElse("nothing"))))
                .isEqualTo("nothing");
    }

    @Test
    void what_is_looked_up_is_a_reference_to_what_was_asked() {
        assertThat(parameter(api -> Route53Functions.getZone(
                                GetZoneArgs.builder().name("example.com").build())
                        .applyValue(found -> found.name() + " " + found.zoneId())))
                .isEqualTo("example.com <getZone(example.com).zoneId>");
    }

    @Test
    void a_zone_looked_up_by_its_id_has_it() {
        assertThat(parameter(api -> Route53Functions.getZone(
                                GetZoneArgs.builder().zoneId("Z1").build())
                        .applyValue(found -> found.zoneId() + " " + found.name())))
                .isEqualTo("Z1 <getZone(Z1).name>");
    }

    @Test
    void a_certificate_has_a_validation_option_for_each_of_its_names() {
        assertThat(parameter(api -> new Certificate(
                                "tls",
                                CertificateArgs.builder()
                                        .domainName("example.com")
                                        .subjectAlternativeNames("*.example.com")
                                        .build())
                        .domainValidationOptions()
                        .applyValue(options -> options.stream()
                                .map(option -> option.domainName().orElseThrow() + " "
                                        + option.resourceRecordName().orElseThrow())
                                .collect(joining(", ")))))
                .isEqualTo("example.com <tls.domainValidationOptions[example.com].resourceRecordName>, "
                        + "*.example.com <tls.domainValidationOptions[*.example.com].resourceRecordName>");
    }

    private static String parameter(java.util.function.Function<Api, Output<String>> value) {
        return text(input(run(ctx -> parameter("p", value.apply(new Api("chat", websocket())))), "p", "value"));
    }

    private static String function(java.util.function.Function<Function, Output<String>> value) {
        return text(input(run(ctx -> parameter("p", value.apply(echo()))), "p", "value"));
    }

    private static String sizeInRunWith(String... functions) {
        var registrations = run(ctx -> {
            for (var name : functions) {
                var function = new Function(
                        name,
                        FunctionArgs.builder().role("arn:aws:iam::1:role/echo").build());
                parameter(name + "-size", function.sourceCodeSize().applyValue(String::valueOf));
            }
        });
        return ((Value.Text) input(registrations, "a-size", "value")).asGiven();
    }

    private static Function echo() {
        return new Function(
                "echo", FunctionArgs.builder().role("arn:aws:iam::1:role/echo").build());
    }

    private static void parameter(String name, Output<String> value) {
        new Parameter(name, ParameterArgs.builder().type("String").value(value).build());
    }

    private static ApiArgs websocket() {
        return ApiArgs.builder().protocolType("WEBSOCKET").build();
    }
}
