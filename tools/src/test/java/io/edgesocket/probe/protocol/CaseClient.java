package io.edgesocket.probe.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/** Plays a case over a connection of its own. After what is sent comes a ping, whose pong says that all was read. */
final class CaseClient {
    private static final String END = "end of the case";
    private static final int PATIENCE_MILLIS = 20_000;

    private CaseClient() {}

    static Verdict play(URI address, Case played) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            socket.getOutputStream().write(handshake(address).getBytes(UTF_8));
            readHead(in);
            send(socket, played);
            return verdict(in, played.verdict().answers());
        }
    }

    private static String handshake(URI address) {
        var path = address.getPath().isEmpty() ? "/" : address.getPath();
        return "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    private static void readHead(DataInputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
    }

    private static void send(Socket socket, Case played) {
        try {
            for (var bytes : played.sent()) {
                socket.getOutputStream().write(bytes);
            }
            socket.getOutputStream().write(Bytes.frame(Bytes.FIN | Bytes.PING, END));
        } catch (IOException endedMeanwhile) {
            // what came is read nevertheless
        }
    }

    /** An answer may come after the last pong: as many as must come are waited for. */
    private static Verdict verdict(DataInputStream in, int answersWanted) throws IOException {
        var answers = 0;
        var pongs = new ArrayList<String>();
        var read = false;
        while (!read || answers < answersWanted) {
            var opcode = in.readUnsignedByte() & 15;
            var payload = payload(in);
            switch (opcode) {
                case Bytes.TEXT -> answers++;
                case Bytes.PONG -> {
                    var content = new String(payload, UTF_8);
                    read = content.equals(END);
                    if (!read) {
                        pongs.add(content);
                    }
                }
                case Bytes.CLOSE -> {
                    return new Verdict(answers, pongs, code(payload));
                }
                default -> throw new IOException("opcode " + opcode);
            }
        }
        return new Verdict(answers, pongs, 0);
    }

    private static int code(byte[] payload) {
        return payload.length < 2 ? Verdict.NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        var length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        return in.readNBytes(length);
    }
}
