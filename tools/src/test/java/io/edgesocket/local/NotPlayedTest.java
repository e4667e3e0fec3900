package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.cloudfront.KeyValueStore;
import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.sns.Topic;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.domain.EdgeCertificate;
import io.edgesocket.components.domain.EdgeCertificateArgs;
import io.edgesocket.components.domain.HostedZones;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nothing that is registered is ignored without a word, and nothing is said twice. */
class NotPlayedTest {

    @Test
    void a_type_that_nobody_plays_is_listed_with_its_names() {
        assertThat(notPlayed(ctx -> {
                    new Topic("alarms");
                    new Topic("reports");
                }))
                .containsExactly("sns Topic: alarms, reports");
    }

    @Test
    void those_who_only_watch_are_counted() {
        assertThat(notPlayed(ctx -> {
                    new Dashboard(
                            "page",
                            DashboardArgs.builder()
                                    .dashboardName("page")
                                    .dashboardBody("{}")
                                    .build());
                    new MetricAlarm(
                            "slow",
                            MetricAlarmArgs.builder()
                                    .comparisonOperator("GreaterThanThreshold")
                                    .evaluationPeriods(1)
                                    .build());
                    new MetricAlarm(
                            "wrong",
                            MetricAlarmArgs.builder()
                                    .comparisonOperator("GreaterThanThreshold")
                                    .evaluationPeriods(1)
                                    .build());
                }))
                .containsExactly("1 cloudwatch Dashboard, 2 cloudwatch MetricAlarm; not needed, they only watch");
    }

    @Test
    void what_API_Gateway_plays_is_not_listed() {
        assertThat(notPlayed(ctx -> chat())).isEmpty();
    }

    @Test
    void an_alias_is_not_listed_since_its_function_is_played() {
        assertThat(notPlayed(ctx -> new Alias(
                        "live",
                        AliasArgs.builder()
                                .name("live")
                                .functionName("chat")
                                .functionVersion("1")
                                .build())))
                .isEmpty();
    }

    @Test
    void what_is_CloudFront_s_is_left_to_the_edge() {
        assertThat(notPlayed(ctx -> new KeyValueStore("flags"))).isEmpty();
    }

    @Test
    void a_certificate_and_its_records_are_listed_as_not_needed() {
        assertThat(notPlayed(ctx -> new EdgeCertificate(
                        "tls",
                        EdgeCertificateArgs.builder()
                                .names(List.of("chat.example.com"))
                                .hostedZones(HostedZones.of("example.com"))
                                .usEast1(new UsEast1())
                                .build())))
                .containsExactly(
                        "acm Certificate: tls; not needed, localhost counts as TLS",
                        "acm CertificateValidation: tls-validation; not needed, localhost counts as TLS",
                        "route53 Record: tls-chat.example.com; not needed, a Host header says which name is meant");
    }

    private static Api chat() {
        return new Api("chat", ApiArgs.builder().protocolType("WEBSOCKET").build());
    }

    private static List<String> notPlayed(Consumer<Context> program) {
        var registrations = Engine.run(new StackConfig("shop", "dev", Map.of(), Set.of()), program);
        return NotPlayed.of(PlayedStack.of(registrations), resource -> false, List.of(), List.of(), List.of());
    }
}
