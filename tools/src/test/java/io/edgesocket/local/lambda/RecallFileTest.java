package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process reads in the file. */
class RecallFileTest {
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
}
