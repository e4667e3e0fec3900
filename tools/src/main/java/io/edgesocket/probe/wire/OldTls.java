package io.edgesocket.probe.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Whether a server takes TLS 1.1. The JDK doesn't offer it any more, so the first message of a handshake is written here,
 * and the first of the answer is read: a server that wants a newer version says so at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4346#section-7.4.1">RFC 4346, 7.4.1</a>
 */
public final class OldTls {
    private static final int VERSION = 0x0302;
    private static final int RECORD_VERSION = 0x0301;
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    /** ECDHE and RSA with AES in CBC mode: what servers had for TLS 1.1. */
    private static final short[] SUITES = {
        (short) 0xc013, (short) 0xc014, (short) 0xc009, (short) 0xc00a, 0x002f, 0x0035, 0x000a
    };

    private static final short[] CURVES = {29, 23, 24};

    private OldTls() {}

    /** What the server did. */
    public sealed interface Reaction {
        /** It goes on with the handshake. */
        record Accepted() implements Reaction {}

        /** It refused the version. */
        record Refused(String how) implements Reaction {}

        /** It did something that says neither. */
        record Unclear(String what) implements Reaction {}
    }

    /** @throws IOException if there is no connection */
    public static Reaction of(Client client, URI address) throws IOException {
        try (var socket = client.connect(address)) {
            socket.setSoTimeout((int) client.patience().toMillis());
            socket.getOutputStream().write(hello(Client.host(address)));
            return reaction(new DataInputStream(socket.getInputStream()));
        }
    }

    private static Reaction reaction(DataInputStream in) {
        try {
            var type = in.readUnsignedByte();
            in.readUnsignedShort(); // the record's version
            in.readUnsignedShort(); // and length
            var first = in.readUnsignedByte();
            if (type == HANDSHAKE && first == SERVER_HELLO) {
                in.skipNBytes(3);
                var version = in.readUnsignedShort();
                return version == VERSION
                        ? new Reaction.Accepted()
                        : new Reaction.Unclear("it chose version 0x" + Integer.toHexString(version));
            }
            return type == ALERT
                    ? new Reaction.Refused("alert " + in.readUnsignedByte())
                    : new Reaction.Unclear("it sent a record of type " + type);
        } catch (EOFException | SocketException ended) {
            return new Reaction.Refused("it ended the connection");
        } catch (SocketTimeoutException silence) {
            return new Reaction.Unclear("it sent nothing");
        } catch (IOException e) {
            return new Reaction.Unclear(e.toString());
        }
    }

    private static byte[] hello(String host) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var body = new ByteArrayOutputStream();
        body.writeBytes(two(VERSION));
        body.writeBytes(random);
        body.write(0); // no session
        body.writeBytes(counted(shorts(SUITES)));
        body.write(1); // one compression method:
        body.write(0); // none
        body.writeBytes(counted(extensions(host)));
        var message = new ByteArrayOutputStream();
        message.write(CLIENT_HELLO);
        message.write(0);
        message.writeBytes(counted(body.toByteArray()));
        var sent = new ByteArrayOutputStream();
        sent.write(HANDSHAKE);
        sent.writeBytes(two(RECORD_VERSION));
        sent.writeBytes(counted(message.toByteArray()));
        return sent.toByteArray();
    }

    /** The server's name, elliptic curves and the form of their points. */
    private static byte[] extensions(String host) {
        var all = new ByteArrayOutputStream();
        if (isName(host)) {
            var name = new ByteArrayOutputStream();
            name.write(0); // a host name
            name.writeBytes(counted(host.getBytes(US_ASCII)));
            all.writeBytes(two(0));
            all.writeBytes(counted(counted(name.toByteArray())));
        }
        all.writeBytes(two(10));
        all.writeBytes(counted(counted(shorts(CURVES))));
        all.writeBytes(two(11));
        all.writeBytes(counted(new byte[] {1, 0}));
        return all.toByteArray();
    }

    /** Addresses are not allowed there. RFC 6066, 3. */
    private static boolean isName(String host) {
        return !host.contains(":") && !host.matches("[0-9.]+");
    }

    /** With its length before it, in two bytes. */
    private static byte[] counted(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + 2)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] shorts(short... values) {
        var bytes = ByteBuffer.allocate(values.length * 2);
        for (var value : values) {
            bytes.putShort(value);
        }
        return bytes.array();
    }

    private static byte[] two(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }
}
