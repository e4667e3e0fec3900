package io.edgesocket.engine;

import static io.edgesocket.engine.Programs.input;
import static io.edgesocket.engine.Programs.run;
import static io.edgesocket.engine.Programs.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What only exists after a deployment is read back as a reference, whatever the program made of it. */
class ReferencesTest {

    @Test
    void an_output_passed_on_is_a_reference() {
        assertThat(parameter(api -> api.id())).isEqualTo("<chat.id>");
    }

    @Test
    void an_output_within_a_text_is_a_reference_there() {
        assertThat(parameter(api -> Output.format("integrations/%s/x", api.id()))).isEqualTo("integrations/<chat.id>/x");
    }

    @Test
    void two_outputs_side_by_side_are_told_apart() {
        assertThat(parameter(api -> Output.format("%s%s", api.apiEndpoint(), api.executionArn())))
                .isEqualTo("<chat.apiEndpoint><chat.executionArn>");
    }

    @Test
    void an_endpoint_can_be_taken_apart_like_a_real_one() {
        assertThat(parameter(api -> api.apiEndpoint().applyValue(endpoint -> URI.create(endpoint).getHost())))
                .isEqualTo("<chat.id>.execute-api.eu-west-1.amazonaws.com");
    }

    @Test
    void a_part_of_an_output_says_that_it_is_one() {
        assertThat(parameter(api -> api.arn().applyValue(arn -> arn.split(":")[5])))
                .isEqualTo("<part of chat.arn>");
    }

    @Test
    void a_function_s_invoke_arn_is_not_mistaken_for_its_arn() {
        var registrations = run(ctx -> {
            var function = new Function("echo", FunctionArgs.builder().role("arn:aws:iam::1:role/echo").build());
            parameter("p", function.invokeArn());
        });
        assertThat(text(input(registrations, "p", "value"))).isEqualTo("<echo.invokeArn>");
    }

    @Test
    void an_endpoint_lies_in_the_region_of_its_explicit_provider() {
        var registrations = run(ctx -> {
            var virginia = new Provider("virginia", ProviderArgs.builder().region("us-east-1").build());
            var api = new Api("chat", websocket(), CustomResourceOptions.builder().provider(virginia).build());
            parameter("p", api.apiEndpoint().applyValue(endpoint -> URI.create(endpoint).getHost()));
        });
        assertThat(text(input(registrations, "p", "value"))).isEqualTo("<chat.id>.execute-api.us-east-1.amazonaws.com");
    }

    @Test
    void an_output_inside_a_list_of_objects_is_a_reference() {
        var registrations = run(ctx -> {
            var certificate = new Certificate("tls", CertificateArgs.builder().domainName("example.com").build());
            parameter("p", certificate.domainValidationOptions()
                    .applyValue(options -> options.get(0).resourceRecordName().orElse("none")));
        });
        assertThat(text(input(registrations, "p", "value")))
                .isEqualTo("<tls.domainValidationOptions[0].resourceRecordName>");
    }

    @Test
    void a_name_that_aws_will_choose_is_a_reference() {
        assertThat(parameter(api -> api.name())).isEqualTo("<chat.name>");
    }

    @Test
    void an_optional_output_that_was_not_given_is_empty() {
        assertThat(parameter(api -> api.description().applyValue(text -> text.orElse("nothing")))).isEqualTo("nothing");
    }

    private static String parameter(java.util.function.Function<Api, Output<String>> value) {
        return text(input(run(ctx -> parameter("p", value.apply(new Api("chat", websocket())))), "p", "value"));
    }

    private static void parameter(String name, Output<String> value) {
        new Parameter(name, ParameterArgs.builder().type("String").value(value).build());
    }

    private static ApiArgs websocket() {
        return ApiArgs.builder().protocolType("WEBSOCKET").build();
    }
}
