package io.edgesocket.cli.client;

import io.edgesocket.probe.wire.Header;
import java.util.List;
import picocli.CommandLine.Option;

/** What a client says in its handshake besides what every handshake has. */
final class HandshakeOptions {
    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "A header of the handshake. May be given several times.")
    private List<String> headers = List.of();

    @Option(
            names = "--subprotocol",
            paramLabel = "NAME",
            description = "A subprotocol to offer. May be given several times, in order of preference.")
    private List<String> subprotocols = List.of();

    /** @throws UsageException if one has no name */
    List<Header> headers() {
        return headers.stream().map(HeaderOption::of).toList();
    }

    List<String> subprotocols() {
        return subprotocols;
    }
}
