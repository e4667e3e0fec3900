import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How many lines of 600 bytes a second go to a Node.js process and come back, one after the other, with nothing but two pipes
 * and Node.js's event loop between: what a call of a Node.js handler can't do without. {@code SECONDS}, after a third of it
 * to warm up.
 */
public final class Pipe {
    private static final String ECHO = "const {writeSync} = require('fs'), {Socket} = require('net');"
            + "new Socket({fd: 0, readable: true, writable: false}).on('data', line => writeSync(1, line))";

    private Pipe() {}

    public static void main(String[] args) throws Exception {
        var node = new ProcessBuilder("node", "-e", ECHO)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = ("x".repeat(599) + "\n").getBytes(StandardCharsets.US_ASCII);
        var duration = Duration.ofSeconds(Integer.parseInt(args[0]));
        rounds(node, line, duration.dividedBy(3));
        System.out.println(rounds(node, line, duration) / duration.toSeconds());
        node.destroy();
    }

    private static long rounds(Process node, byte[] line, Duration duration) throws Exception {
        var rounds = 0L;
        for (var end = System.nanoTime() + duration.toNanos(); System.nanoTime() < end; rounds++) {
            node.getOutputStream().write(line);
            node.getOutputStream().flush();
            if (node.getInputStream().readNBytes(line.length).length < line.length) {
                throw new IllegalStateException("Node.js has ended");
            }
        }
        return rounds;
    }
}
