package io.edgesocket.iam;

import io.edgesocket.text.Printable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack's rights as people read them: each with what it is for, and the page that says so. */
public final class RightsText {
    private RightsText() {}

    /** Ends with a line feed. */
    public static String render(String stack, List<Granted> rights) {
        return rights.stream().map(RightsText::block).collect(Collectors.joining("\n")) + """

                To print a policy:  ./edgesocket iam --stack %1$s --role deploy
                                    ./edgesocket iam --stack %1$s --role preview
                Who may take it:    ./edgesocket iam --stack %1$s --role deploy --trust --repository OWNER/NAME --account NUMBER
                """.formatted(stack);
    }

    private static String block(Granted granted) {
        return granted.name() + ": " + granted.purpose() + "\n"
                + Stream.of(
                                line("preview, deploy", granted.read()),
                                line("deploy", granted.write()),
                                line("on", granted.resources()),
                                line("if", conditions(granted)),
                                line("source", List.of(granted.source())))
                        .flatMap(line -> line)
                        .map(line -> Printable.of(line) + "\n")
                        .collect(Collectors.joining());
    }

    private static Stream<String> line(String label, List<String> values) {
        return values.isEmpty() ? Stream.empty() : Stream.of("  " + label + ": " + String.join(", ", values));
    }

    private static List<String> conditions(Granted granted) {
        return granted.condition().values().stream()
                .flatMap(keys -> keys.entrySet().stream())
                .map(key -> key.getKey() + " is " + String.join(" or ", key.getValue()))
                .toList();
    }
}
