package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.engine.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved of a stack while it is played, whenever that is. */
class StackWatchTest {
    @TempDir
    private Path folder;

    private Path file;
    /** How often the configuration is read before {@link #meanwhile} is saved. */
    private int readings;

    private String meanwhile;

    @BeforeEach
    void a_stack_that_is_played() {
        file = folder.resolve("Pulumi.dev.yaml");
        save("played");
    }

    @Test
    void nothing_saved_is_nothing_to_take() {
        assertThat(seesASave(watch())).isFalse();
    }

    @Test
    void a_save_is_seen_once() {
        var watch = watch();
        save("saved after the start");
        assertThat(seesASave(watch)).isTrue();
        assertThat(watch.take().values()).containsEntry("shop:title", "saved after the start");
        assertThat(seesASave(watch)).isFalse();
    }

    @Test
    void what_is_still_being_written_is_not_taken() {
        var watch = watch();
        save("half");
        assertThat(watch.isSaved()).isFalse();
        save("half, and the rest");
        assertThat(watch.isSaved()).isFalse();
        assertThat(watch.isSaved()).isTrue();
    }

    /** Of the two readings of a take. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_save_right_after_a_reading_is_taken_or_seen_then(int reading) {
        var watch = watch();
        saveAfter(reading, "saved meanwhile");
        var taken = watch.take().values().get("shop:title").equals("saved meanwhile");
        assertThat(taken || seesASave(watch)).isTrue();
        assertThat(file).hasContent("saved meanwhile");
    }

    @Test
    void a_file_that_settings_name_is_watched() throws IOException {
        var code = Files.writeString(folder.resolve("viewer.js"), "one");
        save("{\"function\":\"" + code + "\"}");
        var watch = watch();
        Files.writeString(code, "another");
        assertThat(seesASave(watch)).isTrue();
    }

    private StackWatch watch() {
        return new StackWatch(file, this::read, Duration.ZERO);
    }

    /** With one look more than a change needs: the first says only that files are being written. */
    private static boolean seesASave(StackWatch watch) {
        return watch.isSaved() || watch.isSaved();
    }

    private StackConfig read() {
        try {
            var title = Files.readString(file);
            readings--;
            if (readings == 0) {
                save(meanwhile);
            }
            return new StackConfig("shop", "dev", Map.of("shop:title", title), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void saveAfter(int reading, String text) {
        readings = reading;
        meanwhile = text;
    }

    /** Texts of a test differ in length, as a file's time may not. */
    private void save(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
