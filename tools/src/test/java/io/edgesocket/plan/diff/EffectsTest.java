package io.edgesocket.plan.diff;

import static io.edgesocket.plan.Plans.API;
import static io.edgesocket.plan.Plans.DISTRIBUTION;
import static io.edgesocket.plan.Plans.ROUTE;
import static io.edgesocket.plan.Plans.dev;
import static io.edgesocket.plan.Plans.json;
import static io.edgesocket.plan.Plans.prod;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plans.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectsTest {
    private static final String AUTHORIZER = "aws:apigatewayv2/authorizer:Authorizer";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'authorizationType': 'CUSTOM'} | {'authorizationType': 'NONE'} | asks nobody any more who they are",
                "{'authorizationType': 'AWS_IAM'} | {} | asks nobody any more who they are",
                "{'apiKeyRequired': true} | {'apiKeyRequired': false} | asks for no API key any more",
                "{'apiKeyRequired': true} | {} | asks for no API key any more",
            })
    void a_route_that_asks_for_less_opens_access(String before, String after, String reason) {
        assertThat(effects(ROUTE, before, after)).containsExactly("opens access: x " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'authorizationType': 'NONE'} | {'authorizationType': 'CUSTOM'}",
                "{'apiKeyRequired': false} | {'apiKeyRequired': true}",
                "{} | {'authorizationType': 'JWT'}",
            })
    void a_route_that_asks_for_more_opens_nothing(String before, String after) {
        assertThat(effects(ROUTE, before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'webAclId': 'arn'} | {} | opens access: x has no web ACL any more",
                "{'defaultCacheBehavior': {'viewerProtocolPolicy': 'https-only'}} | "
                        + "{'defaultCacheBehavior': {'viewerProtocolPolicy': 'allow-all'}} | "
                        + "opens access: x lets clients in without TLS",
                "{'orderedCacheBehaviors': []} | "
                        + "{'orderedCacheBehaviors': [{'pathPattern': '/a', 'viewerProtocolPolicy': 'allow-all'}]} | "
                        + "opens access: x lets clients in without TLS",
                "{'defaultCacheBehavior': {'functionAssociations': [{'functionArn': 'a'}]}} | "
                        + "{'defaultCacheBehavior': {'functionAssociations': []}} | "
                        + "opens access: x runs a function less at the edge, which may have refused requests",
                "{'aliases': ['a.example.com', 'b.example.com']} | {'aliases': ['b.example.com']} | "
                        + "address: x no longer answers to \"a.example.com\"",
                "{'aliases': ['a.example.com']} | {} | address: x no longer answers to [\"a.example.com\"]",
            })
    void what_a_distribution_no_longer_asks_or_answers_to_is_told(String before, String after, String effect) {
        assertThat(effects(DISTRIBUTION, before, after)).containsExactly(effect);
    }

    @Test
    void an_api_that_is_replaced_has_downtime_and_another_address() {
        assertThat(effects(API, "{'protocolType': 'WEBSOCKET'}", "{'protocolType': 'HTTP'}"))
                .containsExactly(
                        "downtime: x is replaced: connections through it end",
                        "address: x is replaced: its address in execute-api has the API's id");
    }

    @Test
    void an_endpoint_that_answers_again_opens_access() {
        assertThat(effects(API, "{'disableExecuteApiEndpoint': true}", "{'disableExecuteApiEndpoint': false}"))
                .containsExactly("opens access: x answers at its execute-api address again");
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTHORIZER, "aws:wafv2/webAcl:WebAcl"})
    void what_refused_clients_and_is_deleted_opens_access(String type) {
        assertThat(words(Effects.of(PlanDiff.between(dev(Resource.of(type, "x")), dev()))))
                .containsExactly("opens access: x is deleted, and refuses nobody any more");
    }

    @Test
    void a_route_that_is_deleted_is_missed_by_its_clients() {
        assertThat(words(Effects.of(PlanDiff.between(dev(Resource.of(ROUTE, "x")), dev()))))
                .containsExactly(
                        "downtime: x is deleted: messages for it go to $default, or are answered with an error");
    }

    @Test
    void an_output_that_was_an_address_and_is_another_is_told() {
        assertThat(words(Effects.of(PlanDiff.between(
                        withOutputs("{'url': 'wss://a.example.com', 'size': 1}"),
                        withOutputs("{'url': 'wss://b.example.com', 'size': 2}")))))
                .containsExactly("address: url was \"wss://a.example.com\"");
    }

    @Test
    void what_is_created_has_no_effect_on_clients() {
        assertThat(Effects.of(PlanDiff.between(dev(), dev(Resource.of(API, "x"), Resource.of(ROUTE, "y")))))
                .isEmpty();
    }

    @Test
    void two_stacks_side_by_side_have_no_effect_on_each_other() {
        assertThat(Effects.of(PlanDiff.between(dev(Resource.of(API, "x")), prod())))
                .isEmpty();
    }

    @Test
    void what_ignoreChanges_covers_has_no_effect() {
        var before = Resource.of(ROUTE, "x").with("{'apiKeyRequired': true}").ignoring("apiKeyRequired");
        var after = Resource.of(ROUTE, "x").with("{'apiKeyRequired': false}").ignoring("apiKeyRequired");
        assertThat(Effects.of(PlanDiff.between(dev(before), dev(after)))).isEmpty();
    }

    private static Plan withOutputs(String outputs) {
        var plan = dev();
        return new Plan(plan.project(), plan.stack(), plan.resources(), json(outputs));
    }

    private static List<String> effects(String type, String before, String after) {
        return words(Effects.of(PlanDiff.between(
                dev(Resource.of(type, "x").with(before)),
                dev(Resource.of(type, "x").with(after)))));
    }

    private static List<String> words(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect.kind().word() + ": " + effect.resource() + " " + effect.reason())
                .toList();
    }
}
