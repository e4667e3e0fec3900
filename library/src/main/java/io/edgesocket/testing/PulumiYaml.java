package io.edgesocket.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.ConstructorException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML file of a Pulumi project, with the library that Pulumi's SDK brings. Unquoted words mean what they mean to
 * the Pulumi CLI. The few that have a meaning of their own there, such as {@code 010}, {@code 1_000} or a date, are refused
 * rather than read as something else.
 *
 * @see <a href="https://github.com/go-yaml/yaml/blob/v3/resolve.go">how the Pulumi CLI's library reads them</a>
 */
final class PulumiYaml {
    private PulumiYaml() {}

    /** @throws IllegalArgumentException if the file holds no mapping, or can't be read */
    static Map<?, ?> read(Path file) {
        var name = file.getFileName().toString();
        try {
            var content = yaml().<Object>load(Files.readString(file));
            if (content == null) {
                return Map.of();
            }
            if (content instanceof Map<?, ?> mapping) {
                return mapping;
            }
            throw new IllegalArgumentException(
                    name + ": holds no mapping; it must begin with a key, such as \"config:\"");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new IllegalArgumentException(
                    name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": can't be read: " + e.getMessage(), e);
        }
    }

    private static Yaml yaml() {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        return new Yaml(new Values(loading), new Representer(dumping), dumping, loading, new Words());
    }

    /** What kind of value an unquoted word is. */
    private static final class Words extends Resolver {
        private static final Tag REFUSED = new Tag("refused");
        private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
        private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
        private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
        private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]{0,14})?\\.[0-9]{1,6}");
        /** Other numbers: of other bases, with underscores, with an exponent, too long, none; and points in time. */
        private static final Pattern OTHER =
                Pattern.compile("[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[bB][01_]+|[-+]?0[oO][0-7_]+"
                        + "|(?=.*[0-9])[-+]?[0-9_]*\\.?[0-9_]*([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
                        + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
            addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
            addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
            addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, DECIMAL, "-+.0123456789");
            addImplicitResolver(REFUSED, OTHER, "-+.0123456789");
        }
    }

    private static final class Values extends SafeConstructor {
        Values(LoaderOptions options) {
            super(options);
            yamlConstructors.put(Words.REFUSED, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    throw new Refused(((ScalarNode) node).getValue(), node);
                }
            });
        }
    }

    private static final class Refused extends ConstructorException {
        private static final long serialVersionUID = 1L;

        Refused(String word, Node node) {
            super(
                    null,
                    null,
                    "\"" + word + "\" is a number or a time of a kind that not all read alike: write it as a decimal "
                            + "number, or in quotes if it is a text",
                    node.getStartMark());
        }
    }
}
