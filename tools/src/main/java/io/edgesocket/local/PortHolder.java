package io.edgesocket.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, from {@code /proc} of Linux. Empty on other systems, and where the user may not
 * read the process.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
 */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** For example {@code process 4711 (/usr/bin/java)}. */
    static Optional<String> of(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(PROC.resolve(table)).stream().skip(1))
                .map(line -> line.trim().split("\\s+"))
                .filter(socket ->
                        socket[STATE].equals(LISTENING) && socket[ADDRESS].endsWith(String.format(":%04X", port)))
                .flatMap(socket -> holders("socket:[" + socket[INODE] + "]"))
                .findFirst()
                .map(PortHolder::described);
    }

    private static Stream<ProcessHandle> holders(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> links(PROC.resolve(process.pid() + "/fd")).contains(socket));
    }

    private static String described(ProcessHandle process) {
        return "process " + process.pid()
                + process.info().command().map(command -> " (" + command + ")").orElse("");
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> links(Path folder) {
        try (var links = Files.list(folder)) {
            return links.map(PortHolder::target).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
