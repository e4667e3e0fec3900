package io.edgesocket.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;

class ConnectionsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);

    private final FakeTable table = new FakeTable();

    private void connected(Duration ago, String... ids) {
        for (var id : ids) {
            table.items().add(new KnownConnection(id, NOW.minus(ago)));
        }
    }

    private Broadcast broadcast(FakeApi api, String text) {
        return new Connections(table.items(), api, Clock.fixed(NOW, ZoneOffset.UTC)).broadcast(text);
    }

    private static FakeApi api(String... connected) {
        return new FakeApi(Set.of(connected), Map.of());
    }

    @Test
    void everybody_gets_the_text() {
        connected(Duration.ofMinutes(5), "ada", "grace");
        var api = api("ada", "grace");
        assertThat(broadcast(api, "hello")).isEqualTo(new Broadcast(2, 0));
        assertThat(api.received()).isEqualTo(Map.of("ada", "hello", "grace", "hello"));
    }

    @Test
    void a_text_of_any_characters_arrives_as_it_is() {
        connected(Duration.ofMinutes(5), "ada");
        var api = api("ada");
        broadcast(api, "Grüße 👋");
        assertThat(api.received()).containsEntry("ada", "Grüße 👋");
    }

    @Test
    void every_page_of_the_table_is_sent_to() {
        var ids = IntStream.range(0, 50).mapToObj(i -> "c" + i).collect(Collectors.toSet());
        connected(Duration.ofMinutes(5), ids.toArray(String[]::new));
        var api = new FakeApi(ids, Map.of());
        assertThat(broadcast(api, "hello")).isEqualTo(new Broadcast(50, 0));
        assertThat(api.received().keySet()).isEqualTo(ids);
    }

    @Test
    void nobody_is_connected_and_nothing_is_sent() {
        assertThat(broadcast(api(), "hello")).isEqualTo(new Broadcast(0, 0));
    }

    @Test
    void who_is_gone_is_taken_out_of_the_table() {
        connected(Duration.ofMinutes(5), "ada", "grace");
        assertThat(broadcast(api("ada"), "hello")).isEqualTo(new Broadcast(1, 1));
        assertThat(table.ids()).containsExactly("ada");
    }

    @Test
    void who_is_just_connecting_stays_in_the_table() {
        connected(Duration.ofSeconds(29), "ada");
        assertThat(broadcast(api(), "hello")).isEqualTo(new Broadcast(0, 0));
        assertThat(table.ids()).containsExactly("ada");
    }

    @Test
    void what_has_expired_is_not_sent_to_and_left_to_dynamodb() {
        connected(Duration.ofHours(2).plusSeconds(1), "ada");
        assertThat(broadcast(api("ada"), "hello")).isEqualTo(new Broadcast(0, 0));
        assertThat(table.removed()).isEmpty();
    }

    @Test
    void all_others_get_the_text_before_a_failure_is_told() {
        connected(Duration.ofMinutes(5), "ada", "bob", "grace", "joan", "mary");
        Supplier<RuntimeException> throttled =
                () -> LimitExceededException.builder().message("429").build();
        var api = new FakeApi(Set.of("ada", "grace", "joan"), Map.of("bob", throttled, "mary", throttled));
        assertThatThrownBy(() -> broadcast(api, "hello"))
                .isInstanceOf(LimitExceededException.class)
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
        assertThat(api.received().keySet()).containsExactlyInAnyOrder("ada", "grace", "joan");
        assertThat(table.removed()).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_nothing_is_sent() {
        connected(Duration.ofMinutes(5), "ada");
        var api = api("ada");
        assertThatThrownBy(() -> broadcast(api, "ü".repeat(65_537)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text has 131074 bytes, and API Gateway sends at most 131072");
        assertThat(api.received()).isEmpty();
    }

    @Test
    void a_text_of_the_longest_is_sent() {
        connected(Duration.ofMinutes(5), "ada");
        assertThat(broadcast(api("ada"), "a".repeat(131_072)).sent()).isEqualTo(1);
    }

    @Test
    void an_environment_without_a_table_is_refused() {
        assertThatThrownBy(() -> Connections.in(Map.of()))
                .hasMessage(
                        "CONNECTIONS_TABLE is missing from the environment: ConnectionTable.broadcasting(…) sets it");
    }
}
