package io.edgesocket.local.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;

/**
 * What a bucket has under a key.
 *
 * @param headers what is sent with it, by their names: {@code Content-Type} and what else its object says
 */
public record StoredFile(Body body, Map<String, String> headers) {
    public StoredFile {
        headers = Map.copyOf(headers);
    }

    /** Its bytes. */
    sealed interface Body {
        long length() throws IOException;

        Instant modified() throws IOException;

        Content.Source source();
    }

    /** On this machine. */
    record OnDisk(Path file) implements Body {
        @Override
        public long length() throws IOException {
            return Files.size(file);
        }

        @Override
        public Instant modified() throws IOException {
            return Files.getLastModifiedTime(file).toInstant();
        }

        @Override
        public Content.Source source() {
            return Content.Source.from(ByteBufferPool.SIZED_NON_POOLING, file);
        }
    }

    /** In the program. */
    record InProgram(byte[] bytes, Instant modified) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public Content.Source source() {
            return Content.Source.from(ByteBuffer.wrap(bytes));
        }
    }

    /** Its length and when it was changed; empty if it has gone. */
    public Optional<State> state() {
        try {
            return Optional.of(new State(body.length(), body.modified()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    public Content.Source content() {
        return body.source();
    }

    /**
     * How it is now.
     *
     * @param length in bytes
     */
    public record State(long length, Instant modified) {
        /** Changes when the file does. S3's own is a digest of the bytes. */
        public String etag() {
            return "\"" + Long.toHexString(length) + "-" + Long.toHexString(modified.toEpochMilli()) + "\"";
        }
    }
}
