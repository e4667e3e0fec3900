package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** An answer as it came over the socket. */
record RawAnswer(int status, List<String> headers, String body) {

    static RawAnswer read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        var lines = List.of(head.toString().split("\r\n"));
        var answer = new RawAnswer(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), "");
        var length = Integer.parseInt(answer.header("Content-Length").orElse("0"));
        return new RawAnswer(answer.status, answer.headers, new String(in.readNBytes(length), ISO_8859_1));
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
