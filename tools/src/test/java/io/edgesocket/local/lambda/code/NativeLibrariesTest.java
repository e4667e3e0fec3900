package io.edgesocket.local.lambda.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static final int X86_64 = 0x3e;
    private static final int ARM64 = 0xb7;

    @TempDir
    Path code;

    @Test
    void a_library_for_another_processor_than_the_function_s_is_told() throws IOException {
        library("node_modules/canvas/canvas.node", X86_64);
        assertThat(NativeLibraries.unsuitable(code, "arm64", "x86_64"))
                .contains(
                        "architectures: node_modules/canvas/canvas.node is built for x86_64, and Lambda runs the function "
                                + "on arm64, where it can't be loaded");
    }

    @Test
    void a_library_for_another_processor_than_this_machine_s_is_told() throws IOException {
        library("numpy/core.cpython-313-aarch64-linux-gnu.so", ARM64);
        assertThat(NativeLibraries.unsuitable(code, "arm64", "x86_64"))
                .contains(
                        "architectures: numpy/core.cpython-313-aarch64-linux-gnu.so is built for arm64 as the function "
                                + "is, and can't be loaded on this machine");
    }

    @Test
    void a_library_that_fits_both_is_nothing_to_tell() throws IOException {
        library("libssl.so.3", X86_64);
        assertThat(NativeLibraries.unsuitable(code, "x86_64", "x86_64")).isEmpty();
    }

    @Test
    void code_without_libraries_runs_on_any_processor() throws IOException {
        Files.writeString(code.resolve("index.node"), "no library");
        Files.writeString(code.resolve("index.js"), "exports.handler = async () => 1;");
        assertThat(NativeLibraries.unsuitable(code, "arm64", "x86_64")).isEmpty();
    }

    private void library(String file, int machine) throws IOException {
        var header = new byte[64];
        header[0] = 0x7f;
        header[1] = 'E';
        header[2] = 'L';
        header[3] = 'F';
        header[18] = (byte) machine;
        var path = code.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, header);
    }
}
