package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process reads in the file. */
class RecallFileTest {
    private static final int CALLS = 2_000;

    private final TempFolder temp = new TempFolder();

    @AfterEach
    void delete() {
        temp.close();
    }

    private static long recalled(RecallFile file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file.path())).getLong(Long.BYTES);
    }

    @Test
    void what_was_taken_back_stays_so_when_only_calls_before_it_are_taken_back_later() throws IOException {
        try (var file = RecallFile.in(temp)) {
            file.upTo(12);
            file.upTo(11);
            assertThat(recalled(file)).isEqualTo(12);
            file.upTo(13);
            assertThat(recalled(file)).isEqualTo(13);
        }
    }

    /** Each of many calls is claimed and taken back at the same moment, as exactly as two threads can. */
    @Test
    void a_call_is_never_both_begun_and_taken_back() throws Exception {
        try (var file = RecallFile.in(temp);
                var process = new RandomAccessFile(file.path().toFile(), "rw")) {
            var begins = new boolean[CALLS + 1];
            var ready = new AtomicIntegerArray(2);
            var claims = CompletableFuture.runAsync(() -> {
                for (var call = 1; call <= CALLS; call++) {
                    await(ready, 0, call);
                    begins[call] = claims(process, call);
                }
            });
            var begun = new long[CALLS + 1];
            for (var call = 1; call <= CALLS; call++) {
                await(ready, 1, call);
                begun[call] = file.upTo(call);
            }
            claims.get(60, TimeUnit.SECONDS);
            assertThat(IntStream.rangeClosed(1, CALLS).filter(call -> begins[call] && begun[call] < call))
                    .isEmpty();
        }
    }

    /** Until the other is at the same call. */
    private static void await(AtomicIntegerArray ready, int self, int call) {
        ready.set(self, call);
        while (ready.get(1 - self) < call) {
            Thread.yield();
        }
    }

    /** As {@code channel.mjs} and {@code lambda.py} do it. */
    private static boolean claims(RandomAccessFile file, long call) {
        try {
            file.seek(0);
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(call).array());
            file.seek(Long.BYTES);
            var recalled = new byte[Long.BYTES];
            file.readFully(recalled);
            return call > ByteBuffer.wrap(recalled).getLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
