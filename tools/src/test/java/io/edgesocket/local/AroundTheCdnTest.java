package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.journal.Listening;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A locked stack, played: who comes through CloudFront is let in, who goes around it isn't, whatever he sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AroundTheCdnTest {
    private static final String BLUE = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final String GREEN = "0b6d1f93a2c84e57b8d0e6f41a7c3952";

    private enum Kind {
        API_KEY("apiKey", "x-api-key", 403),
        HEADER("header", "x-origin-key", 401);

        final String setting;
        final String header;
        final int withoutKey;

        Kind(String setting, String header, int withoutKey) {
            this.setting = setting;
            this.header = header;
            this.withoutKey = withoutKey;
        }
    }

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<Kind, LocalRun> runs = Map.of(Kind.API_KEY, start(Kind.API_KEY), Kind.HEADER, start(Kind.HEADER));

    @AfterAll
    void stop() {
        runs.values().forEach(LocalRun::close);
    }

    @ParameterizedTest
    @EnumSource
    void who_comes_through_cloudfront_is_let_in(Kind kind) throws IOException {
        assertThat(throughCdn(kind, "/")).isEqualTo(101);
    }

    @ParameterizedTest
    @EnumSource
    void who_goes_around_it_is_not_and_the_run_says_why(Kind kind) throws IOException {
        assertThat(direct(kind, "/live")).isEqualTo(kind.withoutKey);
        assertThat(told)
                .anyMatch(event -> event.contains(kind.withoutKey + "")
                        && event.contains("this call went around the CDN, which adds " + kind.header));
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_key_is_no_key(Kind kind) throws IOException {
        for (var wrong : Stream.of(
                        "x", BLUE.toUpperCase(Locale.ROOT), BLUE + "0", BLUE.substring(1), BLUE + "," + GREEN, "*")
                .toList()) {
            assertThat(direct(kind, "/live", kind.header + ": " + wrong))
                    .as(wrong)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_key_is_none(Kind kind) throws IOException {
        assertThat(direct(kind, "/live", kind.header + ":")).isEqualTo(kind.withoutKey);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_in_the_query_string_or_in_another_header_is_none(Kind kind) throws IOException {
        assertThat(direct(kind, "/live?" + kind.header + "=" + BLUE)).isEqualTo(kind.withoutKey);
        assertThat(direct(kind, "/live", "Authorization: " + BLUE, "Cookie: " + kind.header + "=" + BLUE))
                .isEqualTo(kind.withoutKey);
    }

    @ParameterizedTest
    @EnumSource
    void who_says_that_he_comes_from_cloudfront_does_not_by_that(Kind kind) throws IOException {
        assertThat(direct(
                        kind,
                        "/live",
                        "Via: 1.1 abc.cloudfront.net (CloudFront)",
                        "X-Amz-Cf-Id: abc",
                        "User-Agent: Amazon CloudFront"))
                .isEqualTo(kind.withoutKey);
    }

    @ParameterizedTest
    @EnumSource
    void both_keys_are_good_while_one_takes_the_other_s_place(Kind kind) throws IOException {
        assertThat(direct(kind, "/live", kind.header + ": " + BLUE)).isEqualTo(101);
        assertThat(direct(kind, "/live", kind.header.toUpperCase(Locale.ROOT) + ": " + GREEN))
                .isEqualTo(101);
    }

    /** CloudFront puts its own in the place of a viewer's: a wrong one harms nobody, and none is passed on. */
    @ParameterizedTest
    @EnumSource
    void a_viewer_s_own_key_makes_no_difference_to_cloudfront(Kind kind) throws IOException {
        assertThat(throughCdn(kind, "/", kind.header + ": wrong")).isEqualTo(101);
        assertThat(throughCdn(kind, "/", kind.header + ": wrong", kind.header.toUpperCase(Locale.ROOT) + ": wrong"))
                .isEqualTo(101);
        assertThat(throughCdn(kind, "/?" + kind.header + "=wrong")).isEqualTo(101);
    }

    @Test
    void no_key_is_told() throws IOException {
        direct(Kind.API_KEY, "/live", "x-api-key: almost-" + BLUE);
        direct(Kind.HEADER, "/live", "x-origin-key: almost-" + BLUE);
        assertThat(told).isNotEmpty().asString().doesNotContain(BLUE, GREEN);
    }

    private LocalRun start(Kind kind) {
        var guard = "{\"kind\":\"%s\",\"keys\":{\"blue\":\"%s\",\"green\":\"%s\"},\"sends\":\"blue\"}"
                .formatted(kind.setting, BLUE, GREEN);
        var config = Map.of("aws:region", "eu-west-1", "edgesocket:originGuard", guard);
        var registrations =
                Engine.run(new StackConfig("edgesocket", "test", config, Set.of("edgesocket:originGuard")), App::stack);
        return LocalRun.start(
                registrations,
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                new Listening(event -> told.add(event.toString())),
                (function, line) -> told.add(line));
    }

    private int throughCdn(Kind kind, String target, String... headers) throws IOException {
        return status(runs.get(kind).edgePort(), target, headers);
    }

    private int direct(Kind kind, String target, String... headers) throws IOException {
        return status(runs.get(kind).stages().get(0).client().getPort(), target, headers);
    }

    /** Over a bare socket: other clients don't send the same header twice, nor some of these at all. */
    private static int status(int port, String target, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }
}
