package io.edgesocket.local.lambda.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds libraries of machine code that don't run where they are to: at AWS, or on this machine.
 *
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">ELF header</a>
 */
public final class NativeLibraries {
    private static final Pattern NAME = Pattern.compile(".*\\.(node|so(\\.\\d+)*)");
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    /** Where the header says for which processor it is; two bytes, the lower one first. */
    private static final int MACHINE = 18;

    private static final Map<Integer, String> ARCHITECTURES = Map.of(0x3e, "x86_64", 0xb7, "arm64");

    private NativeLibraries() {}

    /**
     * What is wrong with the first library that is for another processor.
     *
     * @param architecture the function's: {@code x86_64} or {@code arm64}
     */
    public static Optional<String> unsuitable(Path code, String architecture) {
        return unsuitable(code, architecture, thisMachine());
    }

    static Optional<String> unsuitable(Path code, String architecture, String thisMachine) {
        try (var files = Files.walk(code, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .flatMap(
                            file -> architectureOf(file)
                                    .flatMap(built -> told(code.relativize(file), built, architecture, thisMachine))
                                    .stream())
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty(); // what can't be read is told when the function is started
        }
    }

    private static Optional<String> told(Path file, String built, String architecture, String thisMachine) {
        if (!built.equals(architecture)) {
            return Optional.of("architectures: " + file + " is built for " + built
                    + ", and Lambda runs the function on " + architecture + ", where it can't be loaded");
        }
        return built.equals(thisMachine)
                ? Optional.empty()
                : Optional.of("architectures: " + file + " is built for " + built + " as the function is, and can't be "
                        + "loaded on this machine");
    }

    private static Optional<String> architectureOf(Path file) {
        try (var content = Files.newInputStream(file)) {
            var header = content.readNBytes(MACHINE + 2);
            for (int i = 0; i < ELF.length; i++) {
                if (header.length < MACHINE + 2 || header[i] != ELF[i]) {
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(ARCHITECTURES.get(header[MACHINE] & 0xff));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String thisMachine() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") ? "arm64" : name.replace("amd64", "x86_64");
    }
}
