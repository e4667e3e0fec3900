package io.edgesocket.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --output} leaves of the thing that it names. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links, pipes and permissions are those of POSIX")
class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void a_new_file_holds_the_text() throws IOException {
        assertThat(written(folder.resolve("plan.txt"))).hasContent("plan");
    }

    @Test
    void a_new_file_is_as_readable_as_any_other_new_file() throws IOException {
        var other = Files.writeString(folder.resolve("other.txt"), "");
        assertThat(Files.getPosixFilePermissions(written(folder.resolve("plan.txt"))))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void a_file_that_was_there_keeps_its_permissions() throws IOException {
        var file = Files.writeString(folder.resolve("plan.txt"), "an earlier, longer plan");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written(file))))
                .isEqualTo("rw-rw-r--");
        assertThat(file).hasContent("plan");
    }

    @Test
    void a_link_stays_and_the_file_behind_it_is_written() throws IOException {
        var file = Files.writeString(folder.resolve("plan.txt"), "");
        var link = written(Files.createSymbolicLink(folder.resolve("link.txt"), file));
        assertThat(link).isSymbolicLink();
        assertThat(file).isRegularFile().hasContent("plan");
    }

    @Test
    void a_link_to_nothing_yet_stays_and_its_file_is_made() throws IOException {
        var file = folder.resolve("plan.txt");
        assertThat(written(Files.createSymbolicLink(folder.resolve("link.txt"), file)))
                .isSymbolicLink();
        assertThat(file).hasContent("plan");
    }

    @Test
    void a_pipe_stays_a_pipe_and_its_reader_gets_the_text() throws Exception {
        var pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        var reader = CompletableFuture.supplyAsync(() -> read(pipe));
        written(pipe);
        assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo("plan");
        assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void a_folder_is_refused_and_stays() {
        assertThatThrownBy(() -> written(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage("can't write " + folder + ": it is a folder; name a file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_missing_is_refused() {
        var file = folder.resolve("none/plan.txt");
        assertThatThrownBy(() -> written(file))
                .isInstanceOf(UsageException.class)
                .hasMessage("can't write " + file
                        + ": no such file; name a file in a folder that exists and may be written to");
    }

    @Test
    void nothing_else_is_left_beside_the_file() throws IOException {
        written(folder.resolve("plan.txt"));
        assertThat(folder)
                .isDirectoryContaining("glob:**/plan.txt")
                .satisfies(left -> assertThat(left.toFile().list()).hasSize(1));
    }

    private static Path written(Path file) throws IOException {
        OutputFile.write(file, "plan");
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
