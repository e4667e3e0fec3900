import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How many lines of 600 bytes a second go to a Node.js process and come back, with nothing but two pipes and Node.js's event
 * loop between: what a call of a Node.js handler can't do without. {@code SECONDS LINES}: for so long, after a third of it to
 * warm up, with so many lines on their way at once.
 */
public final class Pipe {
    private static final String ECHO = "const {writeSync} = require('fs'), {Socket} = require('net');"
            + "new Socket({fd: 0, readable: true, writable: false}).on('data', line => writeSync(1, line))";

    private Pipe() {}

    public static void main(String[] args) throws Exception {
        var node = new ProcessBuilder("node", "-e", ECHO)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var duration = Duration.ofSeconds(Integer.parseInt(args[0]));
        var lines = ("x".repeat(599) + "\n").repeat(Integer.parseInt(args[1])).getBytes(StandardCharsets.US_ASCII);
        rounds(node, lines, duration.dividedBy(3));
        System.out.println(rounds(node, lines, duration) * Integer.parseInt(args[1]) / duration.toSeconds());
        node.destroy();
    }

    private static long rounds(Process node, byte[] lines, Duration duration) throws Exception {
        var rounds = 0L;
        for (var end = System.nanoTime() + duration.toNanos(); System.nanoTime() < end; rounds++) {
            node.getOutputStream().write(lines);
            node.getOutputStream().flush();
            if (node.getInputStream().readNBytes(lines.length).length < lines.length) {
                throw new IllegalStateException("Node.js has ended");
            }
        }
        return rounds;
    }
}
