package io.edgesocket.components.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import io.edgesocket.components.Planned;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.authorization.GuardKeys;
import io.edgesocket.components.authorization.OriginGuard;
import io.edgesocket.components.authorization.OriginGuardArgs;
import io.edgesocket.components.authorization.RequestAuthorizer;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
    private static final String EMAIL = "ops@example.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alarms-integration-errors  | AWS/ApiGateway | IntegrationError   | Sum | 5",
                "alarms-client-errors       | AWS/ApiGateway | ClientError        | Sum | 100",
                "alarms-execution-errors    | AWS/ApiGateway | ExecutionError     | Sum | 5",
                "alarms-latency             | AWS/ApiGateway | IntegrationLatency | p99 | 2000",
                "alarms-echo-errors         | AWS/Lambda     | Errors             | Sum | 5",
                "alarms-echo-throttles      | AWS/Lambda     | Throttles          | Sum | 1",
                "alarms-distribution-errors | AWS/CloudFront | 5xxErrorRate       | Average | 5"
            })
    void each_watches_one_metric(String name, String namespace, String metric, String statistic, double threshold) {
        var alarm = all().inputs("MetricAlarm " + name);
        assertThat(alarm.path("namespace").asText()).isEqualTo(namespace);
        assertThat(alarm.path("metricName").asText()).isEqualTo(metric);
        assertThat(alarm.path(statistic.startsWith("p") ? "extendedStatistic" : "statistic")
                        .asText())
                .isEqualTo(statistic);
        assertThat(alarm.path("threshold").asDouble()).isEqualTo(threshold);
        assertThat(alarm.path("comparisonOperator").asText()).isEqualTo("GreaterThanOrEqualToThreshold");
    }

    /** Of few calls a percentile is the slowest one. */
    @Test
    void one_cold_start_is_no_alarm() {
        var latency = all().inputs("MetricAlarm alarms-latency");
        assertThat(latency.path("evaluationPeriods").asInt()).isEqualTo(3);
        assertThat(latency.path("datapointsToAlarm").asInt()).isEqualTo(3);
        assertThat(all().inputs("MetricAlarm alarms-echo-errors")
                        .path("evaluationPeriods")
                        .asInt())
                .isEqualTo(1);
    }

    /** A client that it refuses with 401 is an error of it to Lambda: five expired tokens are nothing to wake anybody for. */
    @Test
    void an_authorizer_that_refuses_clients_is_no_function_that_fails() {
        var planned = Planned.of(ctx -> {
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route(
                                    "$connect",
                                    Route.to(Planned.function("echo"))
                                            .requiring(RequestAuthorizer.of("users", Planned.function("users"))))
                            .build());
            new Alarms(
                    "alarms",
                    AlarmsArgs.builder().api(api).emails(List.of(EMAIL)).build());
        });
        assertThat(planned.inputs("MetricAlarm alarms-users-errors")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(100);
        assertThat(planned.inputs("MetricAlarm alarms-users-errors")
                        .path("alarmDescription")
                        .asText())
                .isEqualTo("The authorizer fails; clients that it refuses with 401 count here too");
        assertThat(planned.inputs("MetricAlarm alarms-users-throttles")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(1);
        assertThat(planned.inputs("MetricAlarm alarms-echo-errors")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(5);
    }

    @Test
    void the_function_of_a_guard_is_an_authorizer_and_watched_as_one() {
        var planned = guarded(guard -> guard);
        assertThat(planned.inputs("MetricAlarm alarms-guard-errors")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(100);
        assertThat(planned.inputs("MetricAlarm alarms-guard-errors")
                        .path("dimensions")
                        .toString())
                .isEqualTo("{\"FunctionName\":\"${guard-function.name}\"}");
        assertThat(planned.inputs("MetricAlarm alarms-guard-throttles")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void nobody_is_told_of_a_guard_that_nobody_asks() {
        assertThat(guarded(guard -> guard.enforced(false)).resources())
                .contains("MetricAlarm alarms-echo-errors")
                .doesNotContain("MetricAlarm alarms-guard-errors");
    }

    private static Planned guarded(UnaryOperator<OriginGuardArgs.Builder> with) {
        return Planned.of(ctx -> {
            var guard = new OriginGuard(
                    "guard",
                    with.apply(OriginGuardArgs.header(
                                            "x-origin-key", GuardKeys.of("blue", "b1uE0000111122223333444455556666"))
                                    .checkedBy(Planned.functionArgs()
                                            .snapStart(true)
                                            .build()))
                            .build());
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$connect", Route.to(Planned.function("echo")))
                            .guard(guard)
                            .build());
            new Alarms(
                    "alarms",
                    AlarmsArgs.builder().api(api).emails(List.of(EMAIL)).build());
        });
    }

    @Test
    void a_metric_is_that_of_the_stage_the_function_or_the_distribution() {
        assertThat(all().inputs("MetricAlarm alarms-latency").path("dimensions").toString())
                .isEqualTo("{\"ApiId\":\"${chat.id}\",\"Stage\":\"live\"}");
        assertThat(all().inputs("MetricAlarm alarms-echo-errors")
                        .path("dimensions")
                        .toString())
                .isEqualTo("{\"FunctionName\":\"${chat-echo-function.name}\"}");
        assertThat(all().inputs("MetricAlarm alarms-distribution-errors")
                        .path("dimensions")
                        .toString())
                .isEqualTo("{\"DistributionId\":\"${cdn.id}\",\"Region\":\"Global\"}");
    }

    @Test
    void no_data_is_no_alarm() {
        assertThat(all().plan().resources())
                .filteredOn(resource -> resource.type().endsWith(":MetricAlarm"))
                .hasSize(7)
                .allSatisfy(alarm -> assertThat(
                                alarm.inputs().path("treatMissingData").asText())
                        .isEqualTo("notBreaching"));
    }

    @Test
    void an_alarm_tells_a_topic_of_its_own_region_when_it_begins_and_when_it_ends() {
        assertTells("MetricAlarm alarms-latency", "${alarms-topic.arn}");
        assertTells("MetricAlarm alarms-distribution-errors", "${alarms-edge-topic.arn}");
        assertThat(all().resource("MetricAlarm alarms-distribution-errors").provider())
                .contains("us-east-1");
        assertThat(all().resource("Topic alarms-edge-topic").provider()).contains("us-east-1");
        assertThat(all().resource("Topic alarms-topic").provider()).contains("aws");
    }

    private static void assertTells(String alarm, String topic) {
        assertThat(Planned.texts(all().inputs(alarm).path("alarmActions"))).containsExactly(topic);
        assertThat(Planned.texts(all().inputs(alarm).path("okActions"))).containsExactly(topic);
    }

    @Test
    void each_address_is_told_by_both_topics() {
        for (var topic : List.of("alarms-topic", "alarms-edge-topic")) {
            var subscription = all().inputs("TopicSubscription " + topic + "-" + EMAIL);
            assertThat(subscription.path("topic").asText()).isEqualTo("${" + topic + ".arn}");
            assertThat(subscription.path("protocol").asText()).isEqualTo("email");
            assertThat(subscription.path("endpoint").asText()).isEqualTo(EMAIL);
        }
    }

    @Test
    void a_topic_is_encrypted_with_a_key_that_turns() {
        assertThat(all().inputs("Topic alarms-topic").path("kmsMasterKeyId").asText())
                .isEqualTo("${alarms-topic-key.arn}");
        assertThat(all().inputs("Key alarms-topic-key")
                        .path("enableKeyRotation")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void alarms_of_its_own_account_and_region_alone_may_publish_to_a_topic() {
        assertThat(AlarmTopic.topicPolicy("arn:aws:sns:eu-west-1:123456789012:alarms"))
                .isEqualTo("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                "Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":["sns:Publish"],\
                "Resource":"arn:aws:sns:eu-west-1:123456789012:alarms",\
                "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*"}}}]}""");
    }

    @Test
    void the_account_has_the_key_and_CloudWatch_may_use_it_for_alarms_of_the_account() {
        assertThat(AlarmTopic.keyPolicy("arn:aws:kms:eu-west-1:123456789012:key/1a2b"))
                .isEqualTo("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                "Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":["kms:*"],"Resource":"*"},\
                {"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},\
                "Action":["kms:Decrypt","kms:GenerateDataKey*"],"Resource":"*","Condition":{\
                "StringEquals":{"aws:SourceAccount":"123456789012"},\
                "ArnLike":{"aws:SourceArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*"}}}]}""");
    }

    @Test
    void topics_that_exist_are_told_instead_and_none_is_made() {
        var planned = planned(alarms -> alarms.emails(List.of())
                .topics("arn:aws:sns:eu-west-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"));
        assertThat(planned.resources())
                .noneMatch(resource -> resource.startsWith("Topic") || resource.startsWith("Key"));
        assertThat(Planned.texts(
                        planned.inputs("MetricAlarm alarms-distribution-errors").path("alarmActions")))
                .containsExactly("arn:aws:sns:us-east-1:123456789012:alarms");
    }

    @Test
    void a_distribution_alone_tells_one_topic() {
        var args = AlarmsArgs.builder().edgeTopic("arn:aws:sns:us-east-1:123456789012:alarms");
        var planned = Planned.of(ctx ->
                new Alarms("alarms", args.cdn(cdn(existing()), new UsEast1()).build()));
        assertThat(Planned.texts(
                        planned.inputs("MetricAlarm alarms-distribution-errors").path("alarmActions")))
                .containsExactly("arn:aws:sns:us-east-1:123456789012:alarms");
        assertThatThrownBy(() -> planned(
                        alarms -> alarms.emails(List.of()).edgeTopic("arn:aws:sns:us-east-1:123456789012:alarms")))
                .hasMessageContaining("topics.regional: none; a topic in the region of the API, for its alarms");
    }

    @Test
    void a_distribution_alone_has_nothing_in_another_region() {
        var planned = Planned.of(ctx -> {
            var usEast1 = new UsEast1();
            new Alarms(
                    "alarms",
                    AlarmsArgs.builder()
                            .cdn(cdn(existing()), usEast1)
                            .emails(List.of(EMAIL))
                            .build());
        });
        assertThat(planned.resources())
                .filteredOn(resource -> resource.contains("alarms"))
                .allSatisfy(resource ->
                        assertThat(planned.resource(resource).provider()).contains("us-east-1"));
    }

    @Test
    void thresholds_can_be_chosen() {
        var planned =
                planned(alarms -> alarms.thresholds(new AlarmThresholds(1, 2, 3, Duration.ofMillis(1500), 5, 6, 7)));
        assertThat(planned.inputs("MetricAlarm alarms-latency")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(1500);
        assertThat(planned.inputs("MetricAlarm alarms-client-errors")
                        .path("threshold")
                        .asDouble())
                .isEqualTo(2);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertRefused(
                AlarmsArgs.builder()
                        .tags(Map.of("aws:a", "b"))
                        .thresholds(new AlarmThresholds(0, 1, 1, Duration.ofSeconds(30), 1, 1, 101)),
                "api: neither api nor cdn is given; give at least one",
                "emails: neither emails nor topics are given; give one of them: addresses, for which the component makes a topic, "
                        + "or topics that exist",
                "integrationErrors: 0; at least 1: with 0 it would always be an alarm",
                "latency: 30000 ms; 1 to 29000 ms: API Gateway waits no longer",
                "distributionErrors: 101; 1 to 100 percent of the requests",
                "tags: key \"aws:a\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", "ops@example", "a b@example.com", "ops@@example.com"})
    void what_is_no_address_is_refused(String email) {
        assertRefused(
                AlarmsArgs.builder().emails(List.of(email)),
                "emails: \"" + email + "\"; an address such as ops@example.com");
    }

    @Test
    void topics_in_the_wrong_place_are_refused() {
        assertRefused(
                AlarmsArgs.builder().topics("alarms", "arn:aws:sns:eu-west-1:123456789012:alarms"),
                "topics.regional: \"alarms\"; an SNS topic's ARN",
                "topics.edge: \"arn:aws:sns:eu-west-1:123456789012:alarms\"; "
                        + "an SNS topic's ARN in us-east-1: an alarm can send to topics of its own region only");
    }

    private static void assertRefused(AlarmsArgs.Builder args, String... messages) {
        assertThatThrownBy(() -> Planned.of(ctx -> new Alarms("alarms", args.build())))
                .hasMessageContainingAll(messages);
    }

    private static Planned all() {
        return planned(alarms -> alarms);
    }

    private static Planned planned(UnaryOperator<AlarmsArgs.Builder> with) {
        return Planned.of(ctx -> {
            var api = new WebSocketApi(
                    "chat",
                    WebSocketApiArgs.builder()
                            .route("$default", Route.to(Planned.function("echo")))
                            .build());
            new Alarms(
                    "alarms",
                    with.apply(AlarmsArgs.builder()
                                    .api(api)
                                    .cdn(cdn(WebSocketOrigin.of(api)), new UsEast1())
                                    .emails(List.of(EMAIL)))
                            .build());
        });
    }

    private static WebSocketCdn cdn(WebSocketOrigin origin) {
        return new WebSocketCdn("cdn", WebSocketCdnArgs.builder().origin(origin).build());
    }

    private static WebSocketOrigin existing() {
        return WebSocketOrigin.of(Output.of("ws.example.com"), "live");
    }
}
