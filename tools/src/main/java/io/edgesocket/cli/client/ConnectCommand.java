package io.edgesocket.cli.client;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Terminal;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.wire.Hosts;
import java.io.InputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Opens a WebSocket, sends each line that it reads, and prints each message that comes.",
        footer = {
            "",
            "On a terminal: type a line, press Enter; Ctrl-D ends it.",
            "In a script: ./edgesocket connect ws://127.0.0.1:8080 --send hello",
            "",
            "Messages go to standard output, all else to standard error. On a terminal, characters that could control it "
                    + "are shown as \\u001b; a file or a program gets the messages as they came. Exits with 1 if the handshake is refused, "
                    + "or if the other side closes the connection with a code other than 1000."
        })
public final class ConnectCommand implements Callable<Integer> {
    private static final double ANSWER_SECONDS = 5;

    private final InputStream in;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "ws://… or wss://…")
    private String url;

    @Option(
            names = "--send",
            paramLabel = "TEXT",
            description = "Send this, and read no lines. May be given several times.")
    private List<String> messages = List.of();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "After all is sent, end when no message has come for this long. Default: end when as many "
                    + "messages came as were sent, or after 5 seconds without one.")
    private Optional<Double> wait;

    @Mixin
    private HandshakeOptions offered;

    @Mixin
    private DebugOption debug;

    ConnectCommand() {
        this(System.in);
    }

    /** @param in where the lines come from */
    ConnectCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws InterruptedException {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        var address = WebSocketAddress.of(url);
        var conversation = new Conversation(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                Terminal.columns().isPresent());
        try {
            var socket = handshake(address).buildAsync(address, conversation).join();
            warnOfNoSubprotocol(socket, conversation);
            return converse(socket, conversation) ? ExitCode.DONE : ExitCode.FOUND;
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof IllegalArgumentException wrong) {
                throw new UsageException(
                        "the JDK's client refuses this handshake: " + wrong.getMessage() + "; subprotocols go "
                                + "into --subprotocol, one each, and the other headers of a WebSocket handshake are set for you");
            }
            conversation.tell(new Refusal(address, refused.getCause()).text());
            return ExitCode.FOUND;
        }
    }

    /** RFC 6455 lets the client decide what to do then. Browsers end the connection. */
    private void warnOfNoSubprotocol(WebSocket socket, Conversation conversation) {
        if (!offered.subprotocols().isEmpty() && socket.getSubprotocol().isEmpty()) {
            conversation.tell(
                    "warning: the server chose none of the offered subprotocols: a browser would end the connection");
        }
    }

    private WebSocket.Builder handshake(URI address) {
        var client = ClientHandshake.client(address.getScheme().equals("wss") && Hosts.isHere(address));
        return ClientHandshake.of(client, offered.headers(), offered.subprotocols());
    }

    /** @return whether the connection ended with 1000 */
    private boolean converse(WebSocket socket, Conversation conversation) throws InterruptedException {
        if (messages.isEmpty()) {
            conversation.sendLines(socket, in);
        } else {
            messages.forEach(message -> conversation.send(socket, message));
        }
        if (wait.isPresent()) {
            conversation.awaitSilence(seconds(wait.get()));
        } else {
            conversation.awaitAnswers(seconds(ANSWER_SECONDS));
        }
        return conversation.end(socket);
    }

    private static Duration seconds(double seconds) {
        if (seconds < 0) {
            throw new UsageException("--wait " + seconds + " is negative: write a number of seconds, 0 or more");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
