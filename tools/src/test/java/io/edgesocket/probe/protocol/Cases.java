package io.edgesocket.probe.protocol;

import static io.edgesocket.probe.protocol.Bytes.BINARY;
import static io.edgesocket.probe.protocol.Bytes.CLOSE;
import static io.edgesocket.probe.protocol.Bytes.CONTINUATION;
import static io.edgesocket.probe.protocol.Bytes.FIN;
import static io.edgesocket.probe.protocol.Bytes.PING;
import static io.edgesocket.probe.protocol.Bytes.PONG;
import static io.edgesocket.probe.protocol.Bytes.TEXT;
import static io.edgesocket.probe.protocol.Bytes.all;
import static io.edgesocket.probe.protocol.Bytes.close;
import static io.edgesocket.probe.protocol.Bytes.filled;
import static io.edgesocket.probe.protocol.Bytes.frame;
import static io.edgesocket.probe.protocol.Bytes.hex;
import static io.edgesocket.probe.protocol.Bytes.longer;
import static io.edgesocket.probe.protocol.Bytes.unmasked;
import static io.edgesocket.probe.protocol.Verdict.IGNORED;
import static io.edgesocket.probe.protocol.Verdict.answered;
import static io.edgesocket.probe.protocol.Verdict.closed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All cases, made of their kinds. */
final class Cases {
    private static final int FRAME = 32 * 1024;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNSUPPORTED = 1003;
    private static final int NOT_UTF_8 = 1007;
    private static final int TOO_BIG = 1009;
    private static final Map<Integer, String> OPCODES = new TreeMap<>(Map.of(
            CONTINUATION, "continuation", TEXT, "text", BINARY, "binary", CLOSE, "close", PING, "ping", PONG, "pong"));

    private Cases() {}

    static List<Case> list() {
        return Stream.of(
                        lengths(),
                        pieces(),
                        longLengths(),
                        fragments(),
                        tooManyFragments(),
                        between(),
                        fragmentedControl(),
                        longControl(),
                        reservedOpcodes(),
                        reservedBits(),
                        withoutMask(),
                        order(),
                        binary(),
                        pings(),
                        closeCodes(),
                        closePayloads(),
                        validText(),
                        splitText(),
                        invalidText(),
                        messages())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Case> lengths() {
        return IntStream.of(
                        0,
                        1,
                        2,
                        125,
                        126,
                        127,
                        128,
                        1000,
                        16383,
                        16384,
                        FRAME - 1,
                        FRAME,
                        FRAME + 1,
                        33 * 1024,
                        65535,
                        65536,
                        128 * 1024)
                .mapToObj(length -> new Case(
                        Kind.LENGTHS,
                        length + " bytes",
                        length > FRAME ? closed(TOO_BIG) : answered(1),
                        frame(FIN | TEXT, filled(length))));
    }

    private static Stream<Case> pieces() {
        return IntStream.of(1, 3, 7)
                .boxed()
                .flatMap(size -> IntStream.of(0, 5, 125, 126, 300)
                        .mapToObj(length -> new Case(
                                Kind.PIECES,
                                length + " bytes, " + size + " at a time",
                                inPieces(frame(FIN | TEXT, filled(length)), size),
                                answered(1))));
    }

    private static List<byte[]> inPieces(byte[] bytes, int size) {
        var pieces = new ArrayList<byte[]>();
        for (var from = 0; from < bytes.length; from += size) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
        }
        return pieces;
    }

    private static Stream<Case> longLengths() {
        return Stream.of(2, 8)
                .flatMap(bytes -> IntStream.of(0, 1, 125)
                        .mapToObj(length -> new Case(
                                Kind.LONG_LENGTHS,
                                length + " in " + bytes + " bytes",
                                answered(1),
                                longer(FIN | TEXT, bytes, filled(length)))));
    }

    private static Stream<Case> fragments() {
        return IntStream.of(2, 3, 5)
                .boxed()
                .flatMap(count -> IntStream.of(0, 1, 125, 126, 1000)
                        .mapToObj(size -> new Case(
                                Kind.FRAGMENTS,
                                count + " of " + size + " bytes",
                                answered(1),
                                fragments(count, size))));
    }

    private static Stream<Case> tooManyFragments() {
        return Stream.of(
                new Case(Kind.FRAGMENTS, "4 of 32768 bytes", answered(1), fragments(4, FRAME)),
                new Case(Kind.FRAGMENTS, "5 of 32768 bytes", closed(TOO_BIG), fragments(5, FRAME)),
                new Case(
                        Kind.FRAGMENTS,
                        "4 of 32768 bytes and one of 1",
                        closed(TOO_BIG),
                        unfinished(4, FRAME),
                        frame(FIN | CONTINUATION, filled(1))),
                new Case(
                        Kind.FRAGMENTS,
                        "a second one of 32769 bytes",
                        closed(TOO_BIG),
                        frame(TEXT, "x"),
                        frame(FIN | CONTINUATION, filled(FRAME + 1))),
                new Case(Kind.FRAGMENTS, "2, and no end", IGNORED, unfinished(2, 10)));
    }

    private static byte[] fragments(int count, int size) {
        return all(unfinished(count - 1, size), frame(FIN | CONTINUATION, filled(size)));
    }

    private static byte[] unfinished(int count, int size) {
        return all(IntStream.range(0, count)
                .mapToObj(index -> frame(index == 0 ? TEXT : CONTINUATION, filled(size)))
                .toArray(byte[][]::new));
    }

    private static Stream<Case> between() {
        return IntStream.of(0, 1, 125)
                .boxed()
                .flatMap(length -> Stream.of(1, 2)
                        .flatMap(after -> Stream.of(
                                new Case(
                                        Kind.BETWEEN,
                                        "a ping of " + length + " bytes after fragment " + after,
                                        answered(1).withPong("x".repeat(length)),
                                        interrupted(after, frame(FIN | PING, filled(length)))),
                                new Case(
                                        Kind.BETWEEN,
                                        "a pong of " + length + " bytes after fragment " + after,
                                        answered(1),
                                        interrupted(after, frame(FIN | PONG, filled(length)))))));
    }

    /** Three fragments, with something after the first or the second. */
    private static byte[] interrupted(int after, byte[] by) {
        return all(
                frame(TEXT, "a"),
                after == 1 ? by : new byte[0],
                frame(CONTINUATION, "b"),
                after == 2 ? by : new byte[0],
                frame(FIN | CONTINUATION, "c"));
    }

    private static Stream<Case> fragmentedControl() {
        return Stream.of(PING, PONG, CLOSE)
                .flatMap(opcode -> IntStream.of(0, 2, 125)
                        .mapToObj(length -> new Case(
                                Kind.FRAGMENTED_CONTROL,
                                OPCODES.get(opcode) + " of " + length + " bytes",
                                closed(PROTOCOL_ERROR),
                                frame(opcode, filled(length)))));
    }

    private static Stream<Case> longControl() {
        return Stream.of(PING, PONG, CLOSE)
                .flatMap(opcode -> IntStream.of(126, 127, 1000)
                        .mapToObj(length -> new Case(
                                Kind.LONG_CONTROL,
                                OPCODES.get(opcode) + " of " + length + " bytes",
                                closed(PROTOCOL_ERROR),
                                frame(FIN | opcode, filled(length)))));
    }

    private static Stream<Case> reservedOpcodes() {
        return IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                .boxed()
                .flatMap(opcode -> IntStream.of(0, FIN)
                        .boxed()
                        .flatMap(fin -> IntStream.of(0, 5)
                                .mapToObj(length -> new Case(
                                        Kind.RESERVED_OPCODES,
                                        opcode + (fin == 0 ? ", not the last" : "") + ", of " + length + " bytes",
                                        closed(PROTOCOL_ERROR),
                                        frame(fin | opcode, filled(length))))));
    }

    private static Stream<Case> reservedBits() {
        return IntStream.rangeClosed(1, 7)
                .boxed()
                .flatMap(bits -> OPCODES.keySet().stream()
                        .map(opcode -> new Case(
                                Kind.RESERVED_BITS,
                                "bits " + bits + " with " + OPCODES.get(opcode),
                                closed(PROTOCOL_ERROR),
                                opcode == CONTINUATION ? frame(TEXT, "a") : new byte[0],
                                frame(FIN | bits << 4 | opcode, filled(2)))));
    }

    private static Stream<Case> withoutMask() {
        return Stream.of(TEXT, BINARY, CLOSE, PING, PONG)
                .flatMap(opcode -> IntStream.of(0, 2)
                        .mapToObj(length -> new Case(
                                Kind.UNMASKED,
                                OPCODES.get(opcode) + " of " + length + " bytes",
                                closed(PROTOCOL_ERROR),
                                unmasked(FIN | opcode, filled(length)))));
    }

    private static Stream<Case> order() {
        var starts = IntStream.of(0, FIN)
                .boxed()
                .flatMap(fin -> IntStream.of(0, 5)
                        .mapToObj(length -> new Case(
                                Kind.ORDER,
                                "a continuation of nothing" + (fin == 0 ? ", not the last" : "") + ", of " + length
                                        + " bytes",
                                closed(PROTOCOL_ERROR),
                                frame(fin | CONTINUATION, filled(length)))));
        var second = Stream.of(TEXT, BINARY)
                .flatMap(opcode -> IntStream.of(0, FIN)
                        .mapToObj(fin -> new Case(
                                Kind.ORDER,
                                OPCODES.get(opcode) + " after an unfinished text" + (fin == 0 ? ", not the last" : ""),
                                closed(PROTOCOL_ERROR),
                                frame(TEXT, "a"),
                                frame(fin | opcode, "b"))));
        return Stream.concat(starts, second);
    }

    private static Stream<Case> binary() {
        return IntStream.of(0, 1, 125, 126, FRAME)
                .boxed()
                .flatMap(length -> IntStream.of(FIN, 0)
                        .mapToObj(fin -> new Case(
                                Kind.BINARY,
                                length + " bytes" + (fin == 0 ? ", not the last" : ""),
                                closed(UNSUPPORTED),
                                frame(fin | BINARY, filled(length)))));
    }

    private static Stream<Case> pings() {
        var each = IntStream.of(0, 1, 2, 64, 124, 125)
                .boxed()
                .flatMap(length -> Stream.of(
                        new Case(
                                Kind.PINGS,
                                "a ping of " + length + " bytes",
                                IGNORED.withPong("x".repeat(length)),
                                frame(FIN | PING, filled(length))),
                        new Case(
                                Kind.PINGS,
                                "a pong of " + length + " bytes",
                                IGNORED,
                                frame(FIN | PONG, filled(length)))));
        var ten = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        var many = new Case(
                Kind.PINGS,
                "10 pings",
                new Verdict(0, ten, 0),
                all(ten.stream().map(text -> frame(FIN | PING, text)).toArray(byte[][]::new)));
        return Stream.concat(each, Stream.of(many));
    }

    private static Stream<Case> closeCodes() {
        var good = IntStream.of(
                        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3001, 3999, 4000, 4001, 4999)
                .mapToObj(code -> new Case(Kind.CLOSE_CODES, String.valueOf(code), closed(code), close(code, "")));
        var bad = IntStream.of(0, 1, 500, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535)
                .mapToObj(code ->
                        new Case(Kind.CLOSE_CODES, String.valueOf(code), closed(PROTOCOL_ERROR), close(code, "")));
        return Stream.concat(good, bad);
    }

    private static Stream<Case> closePayloads() {
        return Stream.of(
                new Case(Kind.CLOSE_PAYLOADS, "nothing", closed(Verdict.NO_CODE), frame(FIN | CLOSE)),
                new Case(Kind.CLOSE_PAYLOADS, "one byte", closed(PROTOCOL_ERROR), frame(FIN | CLOSE, (byte) 3)),
                new Case(Kind.CLOSE_PAYLOADS, "a reason of 1 byte", closed(1000), close(1000, "x")),
                new Case(Kind.CLOSE_PAYLOADS, "a reason of 123 bytes", closed(1000), close(1000, "x".repeat(123))),
                new Case(
                        Kind.CLOSE_PAYLOADS,
                        "a reason of 124 bytes",
                        closed(PROTOCOL_ERROR),
                        close(1000, "x".repeat(124))),
                new Case(Kind.CLOSE_PAYLOADS, "a reason in UTF-8", closed(1000), close(1000, "κόσμε")),
                new Case(
                        Kind.CLOSE_PAYLOADS,
                        "a reason that isn't UTF-8",
                        closed(NOT_UTF_8),
                        frame(FIN | CLOSE, all(new byte[] {3, (byte) 0xe8}, hex("ce ba ff")))),
                new Case(Kind.CLOSE_PAYLOADS, "text after it", closed(1000), close(1000, ""), frame(FIN | TEXT, "x")));
    }

    private static Stream<Case> validText() {
        return Stream.of(
                        "00",
                        "7f",
                        "c2 80",
                        "df bf",
                        "e0 a0 80",
                        "ed 9f bf",
                        "ee 80 80",
                        "ef bf bd",
                        "ef bf be",
                        "ef bf bf",
                        "ef bb bf",
                        "f0 90 80 80",
                        "f0 9f 98 80",
                        "f4 8f bf bf",
                        "ce ba cf 8c cf 83 ce bc ce b5",
                        "e4 bd a0 e5 a5 bd",
                        "22 c3 a9 22",
                        "0d 0a 09")
                .map(text -> new Case(Kind.VALID_TEXT, text, answered(1), frame(FIN | TEXT, hex(text))));
    }

    private static Stream<Case> splitText() {
        return Stream.of("c3 a9", "e2 82 ac", "f0 9f 98 80")
                .flatMap(text -> IntStream.range(1, hex(text).length)
                        .mapToObj(at -> new Case(
                                Kind.VALID_TEXT,
                                text + ", in two fragments at " + at,
                                answered(1),
                                frame(TEXT, Arrays.copyOf(hex(text), at)),
                                frame(FIN | CONTINUATION, Arrays.copyOfRange(hex(text), at, hex(text).length)))));
    }

    private static Stream<Case> invalidText() {
        return Stream.of(
                        "80",
                        "bf",
                        "fe",
                        "ff",
                        "c0 80",
                        "c1 bf",
                        "e0 80 80",
                        "e0 9f bf",
                        "f0 80 80 80",
                        "f0 8f bf bf",
                        "ed a0 80",
                        "ed af bf",
                        "ed b0 80",
                        "ed bf bf",
                        "f4 90 80 80",
                        "f5 80 80 80",
                        "f8 88 80 80 80",
                        "fc 84 80 80 80 80",
                        "c2",
                        "e2 82",
                        "f0 9f 98",
                        "c3 28",
                        "e2 28 a1")
                .flatMap(text -> Stream.of(
                        new Case(Kind.INVALID_TEXT, text, closed(NOT_UTF_8), frame(FIN | TEXT, hex(text))),
                        new Case(
                                Kind.INVALID_TEXT,
                                "\"a\" and " + text,
                                closed(NOT_UTF_8),
                                frame(FIN | TEXT, all(hex("61"), hex(text)))),
                        new Case(
                                Kind.INVALID_TEXT,
                                text + ", in a second fragment",
                                closed(NOT_UTF_8),
                                frame(TEXT, "a"),
                                frame(FIN | CONTINUATION, hex(text)))));
    }

    private static Stream<Case> messages() {
        return IntStream.of(2, 5, 10)
                .mapToObj(count -> new Case(
                        Kind.MESSAGES,
                        count + " in one write",
                        answered(count),
                        all(IntStream.range(0, count)
                                .mapToObj(index -> frame(FIN | TEXT, "m" + index))
                                .toArray(byte[][]::new))));
    }
}
