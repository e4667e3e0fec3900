package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a plan reads again. */
class FileHashesTest {
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
    private static final String OTHER = "0".repeat(64);

    @TempDir
    Path folder;

    private Path file;
    private Path kept;
    private String hash;

    @BeforeEach
    void a_file_that_a_plan_has_read() throws IOException {
        Files.createDirectories(folder.resolve("target"));
        kept = folder.resolve("target/edgesocket.hashes");
        file = Files.writeString(folder.resolve("a page.html"), "one");
        hash = hash(LATER);
    }

    @Test
    void one_that_is_the_same_is_not_read_again() throws IOException {
        Files.writeString(kept, Files.readString(kept).replace(hash, OTHER));

        assertThat(hash(LATER)).isEqualTo(OTHER);
    }

    @Test
    void one_with_another_content_of_the_same_size_is_read_again() throws IOException {
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);

        assertThat(hash(LATER)).isEqualTo(FileHashes.sha256("two".getBytes()));
    }

    /** It may be written once more within the same tick of the disk's clock. */
    @Test
    void one_that_was_just_written_is_not_kept() throws IOException {
        Files.delete(kept);

        hash(Clock.systemUTC());

        assertThat(kept).doesNotExist();
    }

    @Test
    void one_that_is_gone_is_forgotten() throws IOException {
        Files.delete(file);
        file = Files.writeString(folder.resolve("new.html"), "new");

        hash(LATER);

        assertThat(kept).content().contains("new.html").doesNotContain("a page.html");
    }

    @Test
    void what_is_no_list_of_hashes_is_not_believed() throws IOException {
        Files.write(kept, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(hash(LATER)).isEqualTo(hash);
        Files.writeString(kept, "xyz 3 1 a page.html\n" + OTHER + " 999999999999999999999 1 a page.html\n");
        assertThat(hash(LATER)).isEqualTo(hash);
    }

    @Test
    void nothing_is_kept_where_nothing_was_built() throws IOException {
        Files.delete(kept);
        Files.delete(folder.resolve("target"));

        assertThat(hash(LATER)).isEqualTo(hash);
        assertThat(folder.resolve("target")).doesNotExist();
    }

    private String hash(Clock clock) throws IOException {
        var hashes = FileHashes.of(folder, clock);
        var found = hashes.sha256(file);
        hashes.keep();
        return found;
    }
}
