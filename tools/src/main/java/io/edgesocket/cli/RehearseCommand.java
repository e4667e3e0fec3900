package io.edgesocket.cli;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.local.LocalGreeting;
import io.edgesocket.cli.rehearsal.RehearsalProject;
import io.edgesocket.compile.ProgramClasses;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.plan.render.Folding;
import io.edgesocket.plan.render.PlanText;
import io.edgesocket.plan.render.Screen;
import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Connection.Received;
import io.edgesocket.probe.wire.Frame;
import io.edgesocket.probe.wire.Handshake;
import io.edgesocket.probe.wire.Tls;
import io.edgesocket.probe.wire.WireLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rehearse",
        hidden = true,
        description =
                "Does once what the other commands do, so that the launcher can archive the classes they load. It "
                        + "plays a stack of its own, never yours.")
final class RehearseCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Mixin
    private StackOption stack;

    @Override
    public Integer call() throws Exception {
        compile();
        PlanText.render(stack.plan(), Screen.plain(), Folding.FOLDED);
        play(RehearseCommand::echoByJdk);
        return ExitCode.DONE;
    }

    /** Sends a first message to a local run, and waits for its echo. */
    @FunctionalInterface
    interface FirstEcho {
        void from(URI address) throws Exception;
    }

    /** From the start of a local run to its first message, and its end. */
    static void play(FirstEcho echo) throws Exception {
        var registrations = RehearsalProject.registrations();
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0);
        try (var run = LocalRun.start(registrations, StackOption.FOLDER, place, Journal.NONE, FunctionLog.NONE)) {
            LocalGreeting.of(registrations.stack(), "127.0.0.1", run, Optional.empty());
            echo.from(run.edge());
        }
    }

    /** Beside the program's own classes, as classes are moved there: the system's temporary files may be on another disk. */
    static void compile() throws IOException {
        var program = ProgramClasses.of(StackOption.FOLDER);
        if (program.isPresent()) {
            var classes = Files.createTempDirectory(StackOption.FOLDER.resolve("target"), "rehearsing-");
            try {
                program.get().compile(classes);
            } finally {
                MoreFiles.deleteRecursively(classes, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        }
    }

    /** The JDK's client leaves a thread behind, and Java waits 300 ms for such a thread when it ends. */
    static void echoBySocket(URI address) throws Exception {
        var client = new Client(Tls.of(SSLContext.getInstance("TLS")), PATIENCE, WireLog.NONE);
        try (var connection = client.open(address)) {
            connection.exchange(Handshake.of(address).request());
            connection.send(Frame.text("hello"));
            if (!(connection.next(PATIENCE) instanceof Received.Came)) {
                throw new IllegalStateException("no echo from " + address);
            }
        }
    }

    /** As {@code connect} does. */
    private static void echoByJdk(URI address) throws Exception {
        var echo = new FirstMessage();
        var client = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, echo)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        client.sendText("hello", true);
        echo.came.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        client.abort();
    }

    private static final class FirstMessage implements WebSocket.Listener {
        private final CompletableFuture<String> came = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket client, CharSequence text, boolean last) {
            came.complete(text.toString());
            return null;
        }
    }
}
