package io.edgesocket.plan.diff;

import static io.edgesocket.plan.Plans.dev;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.OwnStacks;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.Plans;
import io.edgesocket.plan.Plans.Resource;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes replace a resource, as the AWS provider's sources have it. */
class ReplacementsTest {
    private static final String DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws:apigateway/apiKey:ApiKey           | name     | false",
                "aws:apigateway/apiKey:ApiKey           | value    | true",
                "aws:kms/keyPolicy:KeyPolicy            | keyId    | false",
                "aws:apigatewayv2/stage:Stage           | name     | true",
                "aws:apigatewayv2/stage:Stage           | apiId    | true",
                "aws:lambda/function:Function           | memorySize | false",
                "aws:lambda/function:Function           | region   | true", // of version 7 of the provider
                "aws:sqs/queue:Queue                    | region   | true",
                "pulumi:providers:aws                   | region   | false",
            })
    void an_input_is_updated_or_replaces(String type, String input, boolean replaces) {
        assertThat(isReplaced(type, "{'" + input + "': 'a'}", "{'" + input + "': 'b'}"))
                .isEqualTo(replaces);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                 | {'staging': false} | false",
                "{'staging': false} | {}                 | false",
                "{}                 | {'staging': true}  | true",
                "{'staging': true}  | {'staging': false} | true",
            })
    void a_distribution_is_replaced_when_it_begins_or_ends_to_be_for_staging(
            String before, String after, boolean replaces) {
        assertThat(isReplaced(Plans.DISTRIBUTION, before, after)).isEqualTo(replaces);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:s3:::logs | arn:aws:s3:::logs/chat           | false",
                "arn:aws:s3:::logs | arn:aws:firehose:us-east-1:1:x   | true",
                "arn:aws:s3:::logs | ${cdn-logs.arn}                  | true", // a group made now: not known yet
                "${cdn-logs.arn}   | arn:aws:s3:::logs                | true",
            })
    void logs_that_go_to_another_service_have_another_destination(String before, String after, boolean replaces) {
        var at = "{'deliveryDestinationConfiguration': {'destinationResourceArn': '%s'}}";
        assertThat(isReplaced(DESTINATION, at.formatted(before), at.formatted(after)))
                .isEqualTo(replaces);
    }

    @ParameterizedTest
    @CsvSource({"dev", "prod"})
    void every_type_of_our_own_stacks_was_looked_up(String stack) {
        assertThat(OwnStacks.plan(stack).resources())
                .extracting(PlannedResource::type)
                .filteredOn(type -> type.startsWith("aws:"))
                .allMatch(Replacements::isKnown);
    }

    @Test
    void between_two_stacks_nothing_is_replaced() {
        var key = Resource.of("aws:apigateway/apiKey:ApiKey", "it");
        var diff = PlanDiff.between(dev(key.with("{'value': 'a'}")), Plans.prod(key.with("{'value': 'b'}")));
        assertThat(new Impact(diff).replaced()).isZero();
    }

    private static boolean isReplaced(String type, String before, String after) {
        var diff = PlanDiff.between(
                dev(Resource.of(type, "it").with(before)),
                dev(Resource.of(type, "it").with(after)));
        return diff.resources().stream().map(Changed.class::cast).anyMatch(new Impact(diff)::replaces);
    }
}
