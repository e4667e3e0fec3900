package io.edgesocket.components.waf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.Planned;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedWebAclTest {
    private static final String ACL = "WebAcl acl";
    private static final String LOGGING = "WebAclLoggingConfiguration acl-logging";

    @Test
    void the_smallest_is_a_web_acl_and_nothing_else() {
        assertThat(acl(args -> args).resources()).containsExactly(ACL);
    }

    @Test
    void the_limit_is_asked_first_and_then_what_AWS_knows() {
        assertThat(acl(args -> args).inputs(ACL).path("rules"))
                .extracting(rule -> rule.path("name").asText())
                .containsExactly(
                        "rate-per-address",
                        "AWSManagedRulesAmazonIpReputationList",
                        "AWSManagedRulesKnownBadInputsRuleSet",
                        "AWSManagedRulesCommonRuleSet");
        assertThat(acl(args -> args).inputs(ACL).path("rules"))
                .extracting(rule -> rule.path("priority").asInt())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void an_address_that_comes_too_often_is_refused() {
        var rule = acl(args -> args.rateLimit(100)).inputs(ACL).path("rules").get(0);
        assertThat(rule.at("/statement/rateBasedStatement").toString())
                .isEqualTo("{\"aggregateKeyType\":\"IP\",\"evaluationWindowSec\":300,\"limit\":100}");
        assertThat(rule.path("action").has("block")).isTrue();
    }

    @Test
    void clients_without_a_user_agent_and_long_tokens_are_counted_and_let_through() {
        assertThat(counted(acl(args -> args))).containsExactly("NoUserAgent_HEADER", "SizeRestrictions_QUERYSTRING");
    }

    @Test
    void which_rules_only_count_can_be_chosen() {
        assertThat(counted(acl(args -> args.counted(List.of("GenericRFI_QUERYARGUMENTS")))))
                .containsExactly("GenericRFI_QUERYARGUMENTS");
        assertThat(counted(acl(args -> args.counted(List.of())))).isEmpty();
    }

    @Test
    void it_stands_where_CloudFront_looks_for_it() {
        assertThat(acl(args -> args).inputs(ACL).path("scope").asText()).isEqualTo("CLOUDFRONT");
        assertThat(acl(args -> args).resource(ACL).provider()).contains("us-east-1");
    }

    @Test
    void its_metrics_are_kept_and_no_sample_shows_a_token() {
        var inputs = acl(args -> args).inputs(ACL);
        assertThat(inputs.findParents("sampledRequestsEnabled")).hasSize(5).allSatisfy(shown -> {
            assertThat(shown.path("cloudwatchMetricsEnabled").asBoolean()).isTrue();
            assertThat(shown.path("sampledRequestsEnabled").asBoolean()).isFalse();
        });
    }

    @Test
    void it_logs_what_was_refused_or_counted_to_a_group_that_AWS_WAF_takes() {
        var logged = acl(args -> args.logRetentionDays(30));
        assertThat(logged.inputs("LogGroup acl-logs").path("name").asText()).isEqualTo("aws-waf-logs-shop-dev-acl");
        assertThat(Planned.texts(logged.inputs(LOGGING).path("logDestinationConfigs")))
                .containsExactly("${acl-logs.arn}");
        assertThat(logged.inputs(LOGGING).at("/loggingFilter/defaultBehavior").asText())
                .isEqualTo("DROP");
        assertThat(logged.inputs(LOGGING).path("loggingFilter").findValuesAsText("action"))
                .containsExactly("BLOCK", "COUNT");
    }

    @Test
    void its_one_configuration_of_logs_is_deleted_before_another_is_made() {
        assertThat(acl(args -> args.logRetentionDays(30)).resource(LOGGING).deleteBeforeReplace())
                .isTrue();
        assertThat(acl(args -> args.logRetentionDays(30))
                        .resource("LogGroup acl-logs")
                        .ignoreChanges())
                .containsExactly("name");
    }

    @Test
    void nothing_that_may_hold_a_token_is_logged() {
        var redacted = acl(args -> args.logRetentionDays(30)).inputs(LOGGING).path("redactedFields");
        assertThat(redacted.get(0).has("queryString")).isTrue();
        assertThat(redacted.findValuesAsText("name"))
                .containsExactly("authorization", "cookie", "sec-websocket-protocol");
    }

    @Test
    void a_CDN_makes_its_own_and_shows_it_to_its_own_hook() {
        var planned = Planned.of(ctx -> new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.existing("wss://ws.example.com"))
                        .webAcl(ManagedWebAclArgs.builder()
                                .usEast1(new UsEast1())
                                .build())
                        .transform(child -> child.change(
                                WebAclArgs.class,
                                acl -> WebAclArgs.builder(acl)
                                        .description("Ours")
                                        .build()))
                        .build()));
        assertThat(planned.inputs("Distribution cdn").path("webAclId").asText()).isEqualTo("${cdn-web-acl.arn}");
        assertThat(planned.inputs("WebAcl cdn-web-acl").path("description").asText())
                .isEqualTo("Ours");
    }

    @Test
    void a_CDN_has_one_web_acl() {
        assertThat(WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.existing("wss://ws.example.com"))
                        .webAcl(ManagedWebAclArgs.builder()
                                .usEast1(new UsEast1())
                                .build())
                        .webAclArn(Output.of("arn"))
                        .build()
                        .problems("cdn"))
                .extracting(Problem::toString)
                .containsExactly("webAcl: given together with webAclArn; a distribution has one web ACL");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 2_000_000_001})
    void a_limit_that_AWS_does_not_take_is_refused(int limit) {
        assertThatThrownBy(() -> acl(args -> args.rateLimit(limit)))
                .hasMessageContaining(
                        "ManagedWebAcl \"acl\": rateLimit: " + limit + "; 10 to 2000000000 handshakes in 5 minutes");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> Planned.of(ctx -> new ManagedWebAcl(
                        "acl",
                        ManagedWebAclArgs.builder()
                                .counted(List.of("a rule"))
                                .logRetentionDays(2)
                                .tags(Map.of("aws:a", "b"))
                                .build())))
                .hasMessageContainingAll(
                        "counted: \"a rule\"", "logRetention: 2 days", "usEast1: none", "tags: key \"aws:a\"");
    }

    private static List<String> counted(Planned planned) {
        return planned.inputs(ACL)
                .path("rules")
                .get(3)
                .at("/statement/managedRuleGroupStatement/ruleActionOverrides")
                .findValuesAsText("name");
    }

    private static Planned acl(UnaryOperator<ManagedWebAclArgs.Builder> with) {
        return Planned.of(ctx -> new ManagedWebAcl(
                "acl",
                with.apply(ManagedWebAclArgs.builder().usEast1(new UsEast1())).build()));
    }
}
