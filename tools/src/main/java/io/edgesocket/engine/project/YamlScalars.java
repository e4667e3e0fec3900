package io.edgesocket.engine.project;

import io.edgesocket.text.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.exceptions.ConstructorException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads unquoted words in a stack's file as the Pulumi CLI does: its YAML library accepts more spellings than YAML 1.2.
 *
 * @see <a href="https://github.com/go-yaml/yaml/blob/v3/resolve.go">how that library reads them</a>
 */
final class YamlScalars extends CoreSchema {
    private static final Tag TIMESTAMP = new Tag(Tag.PREFIX + "timestamp");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final List<Tag> NO_NUMBERS = List.of(Tag.NULL, Tag.BOOL, Tag.MERGE);

    private static final int SHOWN = 60;

    private final ScalarResolver core = super.getScalarResolver();

    @Override
    public ScalarResolver getScalarResolver() {
        return (text, isPlain) -> isPlain ? tag(text) : Tag.STR;
    }

    private Tag tag(String text) {
        if (YamlNumber.of(text).isPresent() || NOT_FINITE.matcher(text).matches()) {
            return Tag.FLOAT;
        }
        if (YamlTimestamp.of(text).isPresent()) {
            return TIMESTAMP;
        }
        var tag = core.resolve(text, true);
        return NO_NUMBERS.contains(tag) ? tag : Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        var constructors = new HashMap<>(super.getSchemaTagConstructors());
        constructors.put(Tag.INT, YamlScalars::number);
        constructors.put(Tag.FLOAT, YamlScalars::number);
        constructors.put(TIMESTAMP, node -> YamlTimestamp.of(text(node)).orElseGet(() -> text(node)));
        return constructors;
    }

    private static Number number(Node node) {
        return YamlNumber.of(text(node))
                .orElseThrow(() -> new ConstructorException(
                        null,
                        Optional.empty(),
                        "\"" + Printable.of(text(node), SHOWN) + "\" is no number that a setting can hold",
                        node.getStartMark()));
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
