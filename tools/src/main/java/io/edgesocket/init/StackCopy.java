package io.edgesocket.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A stack's file made from another's: comments and order stay. What is encrypted for the other stack is a secret to come, and
 * the other's name is this one's wherever it stands as a word.
 *
 * @param text    of the file
 * @param renamed the lines, but for comments, in which the name was changed, without what stands before and behind
 * @param secrets the keys whose secrets are to come, as {@code pulumi config set --path} takes them
 */
public record StackCopy(String text, List<String> renamed, List<String> secrets) {
    /** What Pulumi keeps of how a stack's secrets are encrypted. */
    private static final Set<String> ENCRYPTION = Set.of("encryptionsalt", "encryptedkey", "secretsprovider");

    private static final String TO_COME = "<secret>";

    public StackCopy {
        renamed = List.copyOf(renamed);
        secrets = List.copyOf(secrets);
    }

    /**
     * @param text of the other stack's file, which is one that can be read
     * @param from the other stack
     * @param to   the new one
     */
    public static StackCopy of(String text, String from, String to) {
        var edits = new Edits(text);
        new Compose(LoadSettings.builder().build()).composeString(text).ifPresent(edits::visitFile);
        var copy = edits.applied();
        var name = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(from) + "(?![A-Za-z0-9_])");
        var renamed = copy.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && name.matcher(line).find())
                .map(line -> name.matcher(line).replaceAll(to))
                .toList();
        return new StackCopy(name.matcher(copy).replaceAll(to), renamed, edits.secrets);
    }

    /** What is to be changed in a file, found by where the YAML of it stands. */
    private static final class Edits {
        private final String text;
        private final List<Edit> edits = new ArrayList<>();
        private final List<String> secrets = new ArrayList<>();

        private record Edit(int start, int end, String replacement) {}

        Edits(String text) {
            this.text = text;
        }

        void visitFile(Node file) {
            for (var entry : entries(file).toList()) {
                if (ENCRYPTION.contains(name(entry))) {
                    var end = text.indexOf('\n', end(entry.getValueNode()));
                    edits.add(new Edit(start(entry.getKeyNode()), end < 0 ? text.length() : end + 1, ""));
                } else if (name(entry).equals("config")) {
                    entries(entry.getValueNode()).forEach(setting -> visit(name(setting), setting.getValueNode()));
                }
            }
        }

        private void visit(String path, Node value) {
            var entries = entries(value).toList();
            if (entries.size() == 1 && name(entries.get(0)).equals("secure")) {
                edits.add(new Edit(start(value), end(value), TO_COME));
                secrets.add(path);
            } else if (value instanceof ScalarNode scalar && scalar.getValue().equals(TO_COME)) {
                secrets.add(path);
            } else if (value instanceof SequenceNode items) {
                items.getValue().forEach(item -> visit(path + "[]", item));
            } else {
                entries.forEach(entry -> visit(path + step(name(entry)), entry.getValueNode()));
            }
        }

        private static Stream<NodeTuple> entries(Node node) {
            return node instanceof MappingNode mapping ? mapping.getValue().stream() : Stream.empty();
        }

        private static String name(NodeTuple entry) {
            return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        }

        private static String step(String name) {
            return name.matches("[A-Za-z0-9_$-]+") ? "." + name : "[\"" + name + "\"]";
        }

        private int start(Node node) {
            return index(node.getStartMark().orElseThrow());
        }

        /** A mapping in lines ends for YAML where the next key begins. */
        private int end(Node node) {
            return node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK
                    ? end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode())
                    : index(node.getEndMark().orElseThrow());
        }

        /** YAML counts characters of Unicode. */
        private int index(Mark mark) {
            return text.offsetByCodePoints(0, mark.getIndex());
        }

        String applied() {
            var changed = new StringBuilder(text);
            edits.stream()
                    .sorted(Comparator.comparingInt(Edit::start).reversed())
                    .forEach(edit -> changed.replace(edit.start, edit.end, edit.replacement));
            return changed.toString();
        }
    }
}
