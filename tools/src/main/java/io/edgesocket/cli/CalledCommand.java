package io.edgesocket.cli;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that the launcher calls.
 *
 * @param launcher its process
 * @param folder where its user stands
 * @param columns the terminal's width; empty if there is no terminal
 * @param together whether standard output and standard error are one file, such as a terminal
 */
record CalledCommand(long launcher, String folder, String columns, boolean together, List<String> arguments) {
    /** In which Java reads the arguments of a start too. */
    private static final Charset CHARSET = Charset.forName(System.getProperty("sun.jnu.encoding"));

    /**
     * Waits for one: the launcher, folder, columns, a 1 if the outputs are one file, count of arguments and arguments, each
     * with a zero byte behind it.
     *
     * @throws EOFException if the launcher ended meanwhile
     */
    static CalledCommand read(InputStream in) throws IOException {
        var launcher = Long.parseLong(text(in));
        var folder = text(in);
        var columns = text(in);
        var together = text(in).equals("1");
        var count = Integer.parseInt(text(in));
        var arguments = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            arguments.add(text(in));
        }
        return new CalledCommand(launcher, folder, columns, together, arguments);
    }

    private static String text(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var each = in.read(); each != 0; each = in.read()) {
            if (each < 0) {
                throw new EOFException();
            }
            bytes.write(each);
        }
        return bytes.toString(CHARSET);
    }
}
