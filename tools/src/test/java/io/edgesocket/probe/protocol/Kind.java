package io.edgesocket.probe.protocol;

/** What cases are of, and who says what must come. */
enum Kind {
    LENGTHS("text of a length", "API Gateway's quotas: a frame has at most 32 KB"),
    PIECES("text in several TCP segments", "RFC 6455, 5.2"),
    LONG_LENGTHS(
            "a length in more bytes than it takes",
            "RFC 6455, 5.2, forbids it to senders; what a receiver does is open"),
    FRAGMENTS("text in fragments", "RFC 6455, 5.4; API Gateway's quotas: a message has at most 128 KB"),
    BETWEEN("a control frame between fragments", "RFC 6455, 5.4 and 5.5"),
    FRAGMENTED_CONTROL("a control frame in fragments", "RFC 6455, 5.5"),
    LONG_CONTROL("a control frame with more than 125 bytes", "RFC 6455, 5.5"),
    RESERVED_OPCODES("a reserved opcode", "RFC 6455, 5.2"),
    RESERVED_BITS("a reserved bit", "RFC 6455, 5.2"),
    UNMASKED("a client's frame without a mask", "RFC 6455, 5.1"),
    ORDER("fragments out of order", "RFC 6455, 5.4"),
    BINARY("binary", "API Gateway: binary frames are closed with 1003"),
    PINGS("ping and pong", "RFC 6455, 5.5.2 and 5.5.3"),
    CLOSE_CODES("a code in a close frame", "RFC 6455, 7.4"),
    CLOSE_PAYLOADS("what a close frame has", "RFC 6455, 5.5.1"),
    VALID_TEXT("text that is UTF-8", "RFC 6455, 5.6; RFC 3629"),
    INVALID_TEXT("text that isn't UTF-8", "RFC 6455, 8.1; RFC 3629"),
    MESSAGES("several messages", "RFC 6455, 5.4");

    private final String words;
    private final String source;

    Kind(String words, String source) {
        this.words = words;
        this.source = source;
    }

    String words() {
        return words;
    }

    String source() {
        return source;
    }
}
