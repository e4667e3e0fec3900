package io.edgesocket.checkov;

import io.edgesocket.checkov.Checkov.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of {@code docs/security.md}: findings that stay, each with its reason. */
final class AcceptedFindings {
    private static final Path PAGE = Path.of("docs", "security.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(CKV2?_AWS_\\d+)` [^|]+ \\| `([^`]+)` \\| [^|]{20,} \\|$");

    private AcceptedFindings() {}

    /** @param resources an address, whose {@code *} is any part of it */
    record Row(String check, String resources) {
        boolean covers(Finding finding) {
            var address = Pattern.compile(Pattern.quote(resources).replace("*", "\\E.*\\Q"));
            return finding.check().equals(check)
                    && address.matcher(finding.resource()).matches();
        }
    }

    static List<Row> rows() {
        try {
            return ROW.matcher(Files.readString(PAGE))
                    .results()
                    .map(row -> new Row(row.group(1), row.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
