package io.edgesocket.local.apigateway;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** Joins a client's frames to messages. Jetty has checked their order. */
final class MessageAssembler {
    private static final State MORE = new State(Optional.empty(), Optional.empty());
    private Optional<ByteArrayOutputStream> begun = Optional.empty();

    /** One of the two at most: a whole message, or why there can't be one. */
    record State(Optional<byte[]> message, Optional<CloseStatus> refusal) {
        static State refused(int code, String reason) {
            return new State(Optional.empty(), Optional.of(new CloseStatus(code, reason)));
        }
    }

    State add(Frame frame) {
        if (frame.getOpCode() == OpCode.BINARY) {
            return State.refused(CloseStatus.BAD_DATA, "Binary frames are not supported");
        }
        var size = begun.map(ByteArrayOutputStream::size).orElse(0) + frame.getPayloadLength();
        if (frame.getPayloadLength() > Limits.FRAME || size > Limits.MESSAGE) {
            return State.refused(
                    CloseStatus.MESSAGE_TOO_LARGE,
                    frame.getPayloadLength() > Limits.FRAME ? "Frame over 32 KB" : "Message over 128 KB");
        }
        return frame.isFin() && begun.isEmpty() ? whole(bytes(frame)) : gather(frame);
    }

    private State gather(Frame frame) {
        var all = begun.orElseGet(ByteArrayOutputStream::new);
        all.writeBytes(bytes(frame));
        begun = frame.isFin() ? Optional.empty() : Optional.of(all);
        return frame.isFin() ? whole(all.toByteArray()) : MORE;
    }

    private static byte[] bytes(Frame frame) {
        var bytes = new byte[frame.getPayloadLength()];
        frame.getPayload().slice().get(bytes);
        return bytes;
    }

    private static State whole(byte[] message) {
        return Utf8.is(message)
                ? new State(Optional.of(message), Optional.empty())
                : State.refused(CloseStatus.BAD_PAYLOAD, "Invalid UTF-8");
    }
}
