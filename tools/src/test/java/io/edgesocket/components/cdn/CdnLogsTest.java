package io.edgesocket.components.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import io.edgesocket.components.Planned;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdnLogsTest {
    private final UsEast1 usEast1 = new UsEast1();

    @Test
    void they_go_from_the_distribution_to_a_log_group_of_this_stack_and_are_forgotten() {
        var planned = planned(CdnLogs.keptForDays(14, usEast1));
        assertThat(planned.inputs("LogDeliverySource cdn-log-source")
                        .path("resourceArn")
                        .asText())
                .isEqualTo("${cdn.arn}");
        assertThat(planned.inputs("LogDeliveryDestination cdn-log-destination")
                        .at("/deliveryDestinationConfiguration/destinationResourceArn")
                        .asText())
                .isEqualTo("${cdn-logs.arn}");
        assertThat(planned.inputs("LogDelivery cdn-log-delivery")
                        .path("deliverySourceName")
                        .asText())
                .isEqualTo("${cdn-log-source.name}");
        assertThat(planned.inputs("LogGroup cdn-logs").path("name").asText())
                .isEqualTo("/aws/vendedlogs/cloudfront/shop-dev-cdn");
        assertThat(planned.inputs("LogGroup cdn-logs").path("retentionInDays").asInt())
                .isEqualTo(14);
    }

    @Test
    void a_CDN_that_is_renamed_under_an_alias_keeps_its_log_group() {
        assertThat(planned(CdnLogs.keptForDays(14, usEast1))
                        .resource("LogGroup cdn-logs")
                        .ignoreChanges())
                .containsExactly("name");
    }

    @Test
    void a_line_is_JSON() {
        assertThat(planned(CdnLogs.keptForDays(14, usEast1))
                        .inputs("LogDeliveryDestination cdn-log-destination")
                        .path("outputFormat")
                        .asText())
                .isEqualTo("json");
    }

    @Test
    void a_line_names_the_request_and_leaves_out_where_tokens_travel() {
        assertThat(Planned.texts(planned(CdnLogs.keptForDays(14, usEast1))
                        .inputs("LogDelivery cdn-log-delivery")
                        .path("recordFields")))
                .contains("x-edge-request-id", "sc-status", "cs-uri-stem")
                .doesNotContain("cs-uri-query", "cs(Cookie)", "cs(Referer)");
    }

    @Test
    void all_of_it_stands_where_CloudFront_logs() {
        var planned = planned(CdnLogs.keptForDays(14, usEast1));
        assertThat(List.of(
                        "LogGroup cdn-logs",
                        "LogDeliverySource cdn-log-source",
                        "LogDeliveryDestination cdn-log-destination",
                        "LogDelivery cdn-log-delivery"))
                .allSatisfy(resource ->
                        assertThat(planned.resource(resource).provider()).contains("us-east-1"));
    }

    @Test
    void a_bucket_takes_them_instead() {
        var planned = planned(CdnLogs.toBucket("arn:aws:s3:::my-logs/chat", usEast1));
        assertThat(planned.inputs("LogDeliveryDestination cdn-log-destination")
                        .at("/deliveryDestinationConfiguration/destinationResourceArn")
                        .asText())
                .isEqualTo("arn:aws:s3:::my-logs/chat");
        assertThat(planned.resources()).noneMatch(resource -> resource.startsWith("LogGroup"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my-logs", "arn:aws:s3:::My-logs", "arn:aws:s3:::my-logs/", "arn:aws:s3:eu-west-1::my-logs"})
    void what_is_no_bucket_is_refused(String arn) {
        assertThat(cdn(CdnLogs.toBucket(arn, usEast1)).problems("cdn"))
                .extracting(Problem::toString)
                .containsExactly("logging.bucketArn: \"" + arn
                        + "\"; a bucket's ARN, as in arn:aws:s3:::my-logs or arn:aws:s3:::my-logs/chat");
    }

    @Test
    void a_bucket_of_the_same_program_is_taken_as_it_is() {
        assertThat(cdn(CdnLogs.toBucket(Output.of("?"), usEast1)).problems("cdn"))
                .isEmpty();
    }

    @Test
    void a_time_that_CloudWatch_does_not_know_is_refused() {
        assertThat(cdn(CdnLogs.keptForDays(2, usEast1)).problems("cdn"))
                .singleElement()
                .asString()
                .startsWith("logging.retention: 2 days; one of [1, 3, 5");
    }

    @Test
    void a_name_that_leaves_AWS_no_room_is_refused() {
        assertThat(cdn(CdnLogs.keptForDays(1, usEast1)).problems("c".repeat(36)))
                .isEmpty();
        assertThat(cdn(CdnLogs.keptForDays(1, usEast1)).problems("c".repeat(37)))
                .extracting(Problem::toString)
                .containsExactly("name: 37 characters; at most 36 for a CDN with logs, whose names begin with it");
    }

    private static Planned planned(CdnLogs logs) {
        return Planned.of(ctx -> new WebSocketCdn("cdn", cdn(logs)));
    }

    private static WebSocketCdnArgs cdn(CdnLogs logs) {
        return WebSocketCdnArgs.builder()
                .origin(WebSocketOrigin.existing("wss://ws.example.com"))
                .standardLogs(logs)
                .tags(Map.of("team", "chat"))
                .build();
    }
}
