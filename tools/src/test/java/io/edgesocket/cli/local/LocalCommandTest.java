package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Needs;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./edgesocket local} from start to Ctrl-C, as a person meets it. */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalCommandTest {
    private static final String HANDLER = "src/main/java/io/edgesocket/handlers/EchoHandler.java";

    private Project project;

    @BeforeAll
    void a_built_project(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
    }

    @Test
    void it_says_what_is_played_and_what_is_not() throws Exception {
        try (var local = new StartedLocal(project)) {
            assertThat(local.greeting())
                    .anyMatch(line -> line.startsWith("CloudFront     ws://127.0.0.1:"))
                    .anyMatch(line -> line.startsWith("API Gateway    ws://127.0.0.1:"))
                    .anyMatch(line -> line.startsWith("function       chat-echo-function, java21"))
                    .anyMatch(line -> line.startsWith("not played     iam Role: "));
        }
    }

    @Test
    void the_readme_shows_what_it_prints() throws Exception {
        try (var local = new StartedLocal(project)) {
            var printed = String.join("\n", local.greeting())
                    .replace(":" + local.edge().getPort(), ":8080")
                    .replaceAll("(API Gateway +ws|@connections +http)://127.0.0.1:\\d+", "$1://127.0.0.1:8081")
                    .replaceAll("on Java \\d+", "on Java 17");
            assertThat(Files.readString(Path.of("README.md"))).contains(printed);
        }
    }

    @Test
    void the_console_is_at_the_address_that_it_prints() throws Exception {
        try (var local = new StartedLocal(project, "dev", "--quiet", "--console", "--console-port", "0")) {
            var line = local.greeting().stream()
                    .filter(each -> each.startsWith("console        "))
                    .findFirst()
                    .orElseThrow();
            var address = URI.create(line.substring("console        ".length()));
            try (var page = address.resolve("/").toURL().openStream()) {
                assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("<title>EdgeSocket console</title>");
            }
        }
    }

    @Test
    void a_file_that_is_no_trace_is_told_with_how_to_make_one() throws Exception {
        Files.writeString(project.folder().resolve("trace.jsonl"), "hello\n");
        var outcome = project.run("./edgesocket", "console", "trace.jsonl");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("trace.jsonl: line 1 is no JSON").contains("local --trace json");
    }

    @Test
    void a_message_goes_through_all_of_it() throws Exception {
        try (var local = new StartedLocal(project)) {
            var client = new TextClient();
            client.connect(local.edge()).sendText("hello", true);
            assertThat(client.next()).isEqualTo("hello");
        }
    }

    @Test
    void a_handler_that_is_saved_is_used_from_the_next_call_on(Project built, @TempDir Path folder) throws Exception {
        var edited = built.copyTo(folder);
        try (var local = new StartedLocal(edited)) {
            edited.write(HANDLER, edited.read(HANDLER).replace("event.getBody()", "event.getBody() + \"!\""));

            assertThat(local.awaitLine("Compiled "))
                    .isEqualTo("Compiled io.edgesocket.handlers.EchoHandler: used from the next call on.");
            assertThat(echo(local)).isEqualTo("hello!");
        }
    }

    @Test
    void a_handler_that_does_not_compile_is_played_as_it_was(Project built, @TempDir Path folder) throws Exception {
        var edited = built.copyTo(folder);
        try (var local = new StartedLocal(edited)) {
            edited.write(HANDLER, edited.read(HANDLER).replace("event.getBody()", "event.getBodi()"));

            assertThat(local.awaitLine(HANDLER)).contains("error: cannot find symbol");
            assertThat(echo(local)).isEqualTo("hello");
        }
    }

    @Test
    void a_mistake_that_is_taken_back_is_told(Project built, @TempDir Path folder) throws Exception {
        var edited = built.copyTo(folder);
        try (var local = new StartedLocal(edited)) {
            var handler = edited.read(HANDLER);
            edited.write(HANDLER, handler.replace("event.getBody()", "event.getBodi()"));
            local.awaitLine("Until this compiles");
            edited.write(HANDLER, handler);

            assertThat(local.awaitLine("It compiles again"))
                    .isEqualTo("It compiles again, to the same classes as before.");
        }
    }

    @Test
    void the_end_closes_connections_as_going_away() throws Exception {
        try (var local = new StartedLocal(project)) {
            var client = new TextClient();
            client.connect(local.edge());
            local.process().destroy(); // what Ctrl-C does
            assertThat(client.closed().get(20, TimeUnit.SECONDS)).isEqualTo(1001);
        }
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "Windows has no signals")
    void a_script_that_ends_it_reads_the_signal_in_the_exit_code() throws Exception {
        for (var signal : Map.of("TERM", 143, "INT", 130).entrySet()) {
            try (var local = new StartedLocal(project)) {
                project.run("kill", "-" + signal.getKey(), "" + local.process().pid());
                assertThat(local.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(local.process().exitValue()).isEqualTo(signal.getValue());
            }
        }
    }

    @Test
    void the_trace_goes_to_standard_output_and_what_functions_print_to_standard_error(
            Project built, @TempDir Path folder) throws Exception {
        var printing = built.copyTo(folder);
        var handler = printing.read(HANDLER);
        printing.write(
                HANDLER,
                handler.replace("event.getBody()", "print(event.getBody())")
                        .replaceFirst(
                                "}\\s*$",
                                "    private static String print(String text) {\n"
                                        + "        System.out.println(\"printed\");\n        return text;\n    }\n}\n"));
        try (var local = new StartedLocal(printing, "dev")) {
            echo(local);
            local.end();
            var out = local.out().lines().toList();
            assertThat(local.err()).contains("chat-echo-function | printed");
            assertThat(out)
                    .anyMatch(line -> line.contains("replied with 5 bytes"))
                    .noneMatch(line -> line.contains("printed"));
        }
    }

    @Test
    @Needs("node")
    void the_end_leaves_nothing_running() throws Exception {
        try (var local = new StartedLocal(project, withNode("node", ""), "--quiet")) {
            echo(local);
            var started = local.process().descendants().toList();
            local.end();
            assertThat(local.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(started)
                    .isNotEmpty()
                    .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    /** A stack whose handshakes pass through Node.js. */
    private String withNode(String stack, String more) {
        project.write("pass.js", "function handler(event) { return event.request; }");
        project.write(
                "Pulumi." + stack + ".yaml",
                "config:\n  aws:region: eu-west-1\n" + "  edgesocket:edge: {viewerRequest: {code: pass.js}}\n" + more);
        return stack;
    }

    @Test
    void with_tls_it_is_called_as_wss_and_connect_trusts_it(@TempDir Path cache) throws Exception {
        var environment = Map.of("XDG_CACHE_HOME", cache.toString());
        try (var local = new StartedLocal(project, environment, "dev", "--tls")) {
            var address = "wss://localhost:" + local.edge().getPort();
            var outcome = Command.run(
                    project.folder(),
                    environment,
                    List.of("./edgesocket", "connect", address, "--send", "{\"action\":\"ping\"}"));
            assertThat(outcome.out()).as(outcome::toString).isEqualTo("{\"pong\":true}\n");
            assertThat(local.greeting())
                    .anyMatch(line -> line.startsWith("TLS            clients must trust " + cache))
                    .anyMatch(line -> line.startsWith("Try it: ./edgesocket connect wss://127.0.0.1:"));
        }
    }

    @Test
    void with_debug_functions_java_speaks_jdwp_on_the_port_that_is_told() throws Exception {
        try (var local = new StartedLocal(project, "dev", "--debug-functions")) {
            var port = local.greeting().stream()
                    .map(Pattern.compile("^function .*; debugger: JDWP on 127\\.0\\.0\\.1:(\\d+)$")::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.parseInt(found.group(1)))
                    .findFirst()
                    .orElseThrow();
            try (var debugger = new Socket("127.0.0.1", port)) {
                debugger.setSoTimeout(20_000);
                var greeting = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
                debugger.getOutputStream().write(greeting);
                assertThat(debugger.getInputStream().readNBytes(greeting.length))
                        .isEqualTo(greeting);
            }
            assertThat(echo(local)).isEqualTo("hello");
        }
    }

    @Test
    void a_taken_port_is_told_with_who_took_it() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var outcome = project.run(
                    "./edgesocket", "local", "--stack", "dev", "--port", "" + taken.getLocalPort(), "--api-port", "0");
            assertThat(outcome.err()).contains("can't listen on port " + taken.getLocalPort(), "--port or --api-port");
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells who listens on a port")
    void who_took_a_port_is_told_by_its_process() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var outcome = project.run(
                    "./edgesocket", "local", "--stack", "dev", "--port", "0", "--api-port", "" + taken.getLocalPort());
            assertThat(outcome.err())
                    .contains(
                            "it is taken by process " + ProcessHandle.current().pid() + " (");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no second loopback address")
    void nobody_else_can_reach_it_unless_it_is_told_to_bind_elsewhere() throws Exception {
        try (var local = new StartedLocal(project)) {
            assertThatException()
                    .isThrownBy(() -> new Socket("127.0.0.2", local.edge().getPort()).close());
        }
        try (var local = new StartedLocal(project, "dev", "--quiet", "--bind", "127.0.0.2")) {
            assertThat(local.edge().getHost()).isEqualTo("127.0.0.2");
            new Socket("127.0.0.2", local.edge().getPort()).close();
        }
    }

    @Test
    void prod_is_played_without_its_names_and_certificates() throws Exception {
        try (var local = new StartedLocal(project, "prod", "--quiet")) {
            assertThat(local.greeting())
                    .anyMatch(line -> line.startsWith("CloudFront     ws://127.0.0.1:"))
                    .anyMatch(line -> line.startsWith("not played     cdn: DNS of "));
        }
    }

    @Test
    void quiet_it_tells_nothing_of_what_happens() throws Exception {
        try (var local = new StartedLocal(project)) {
            echo(local);
            local.end();
            assertThat(local.out().lines()).containsExactly("");
        }
    }

    @Test
    void each_step_is_a_line_for_people_and_an_object_for_programs() throws Exception {
        for (var format : List.of("text", "json")) {
            try (var local = new StartedLocal(project, "dev", "--trace", format)) {
                echo(local);
                local.end();
                var told = local.out()
                        .lines()
                        .filter(line -> line.contains("replied with 5 bytes"))
                        .toList();
                assertThat(told)
                        .singleElement()
                        .asString()
                        .matches(format.equals("json") ? "\\{\"at\":.*}" : "\\d\\d:\\d\\d:\\d\\d.*  answer  .*");
            }
        }
    }

    @Test
    void a_program_reads_objects_alone_and_the_first_says_where_everything_is() throws Exception {
        try (var local = new StartedLocal(project, "dev", "--trace", "json")) {
            var started = new ObjectMapper().readTree(local.greeting().get(0));
            assertThat(started.path("step").asText()).isEqualTo("STARTED");
            assertThat(started.at("/details/edge").asText())
                    .isEqualTo(local.edge().toString());
            assertThat(started.at("/details/apis/0/client").asText()).matches("ws://127\\.0\\.0\\.1:\\d+/live");
            assertThat(started.at("/details/distributions/0/name").asText()).isEqualTo("cdn");
            assertThat(started.at("/details/functions/0/runtime").asText()).startsWith("java21 on ");
            assertThat(started.at("/details/notPlayed/0").asText()).startsWith("cloudwatch LogGroup: ");
            echo(local);
            local.end();
            assertThat(local.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"at\":"));
        }
    }

    private static String echo(StartedLocal local) throws Exception {
        var client = new TextClient();
        var socket = client.connect(local.edge());
        socket.sendText("hello", true);
        var echo = client.next();
        socket.abort();
        return echo;
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts what a process has in /proc")
    @Needs("node")
    void a_thousand_connections_opened_and_dropped_leave_nothing() throws Exception {
        var many = withNode("many", "  edgesocket:stage: {throttling: {burst: 100000, rate: 10000}}\n");
        try (var local = new StartedLocal(project, many, "--quiet")) {
            echo(local);
            var before = new Belongings(local.process().toHandle());
            before.awaitNoConnections();
            for (var i = 0; i < 1000; i++) {
                handshake(local.edge()).close();
            }
            var after = new Belongings(local.process().toHandle());
            after.awaitNoConnections();
            assertThat(after.threads()).isLessThan(before.threads() + 100);
            assertThat(after.children()).isPositive().isEqualTo(before.children());
        }
    }

    private static Socket handshake(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 101");
        return socket;
    }

    /** What a process has, as Linux tells. */
    private record Belongings(Path proc, long threads, long children) {
        /** CloudFront's and API Gateway's, and the one that Java puts in the place of each that it closes. */
        private static final int LEFT = 3;

        Belongings(ProcessHandle process) throws IOException {
            this(
                    Path.of("/proc", "" + process.pid()),
                    count(Path.of("/proc", "" + process.pid(), "task")),
                    process.descendants().count());
        }

        private static long count(Path folder) throws IOException {
            try (var entries = Files.list(folder)) {
                return entries.count();
            }
        }

        /** A socket is closed a moment after its other end. */
        void awaitNoConnections() throws Exception {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (sockets() > LEFT) {
                assertThat(System.nanoTime()).as("sockets left: %s", sockets()).isLessThan(end);
                Thread.onSpinWait();
            }
        }

        private long sockets() throws IOException {
            try (var open = Files.list(proc.resolve("fd"))) {
                return open.filter(Belongings::isSocket).count();
            }
        }

        private static boolean isSocket(Path open) {
            try {
                return Files.readSymbolicLink(open).toString().startsWith("socket:");
            } catch (IOException closedMeanwhile) {
                return false;
            }
        }
    }
}
