package io.edgesocket.cli.client;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.wire.Header;
import io.edgesocket.text.SecretHeaders;
import java.util.stream.Stream;

/** {@code --header}: further lines of a handshake. */
final class HeaderOption {
    private HeaderOption() {}

    /** @throws UsageException if it has no name */
    static Header of(String written) {
        return Header.parse(written)
                .orElseThrow(() -> new UsageException("--header \"" + written + "\" has no name: write 'Name: value'"));
    }

    /** The value, and the part of it after a scheme such as Bearer, if the name says that it is secret. */
    static Stream<String> secrets(Header header) {
        return SecretHeaders.isSecret(header.name())
                ? Stream.of(header.value(), header.value().replaceFirst("^\\S+\\s+", ""))
                : Stream.empty();
    }
}
