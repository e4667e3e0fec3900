package io.edgesocket.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The part of a {@code pom.xml} that says which class Pulumi runs: its Java host calls {@code mvn compile exec:java}.
 * This class reads the {@code mainClass} in the configuration of exec-maven-plugin ({@code build/plugins}, then
 * {@code build/pluginManagement}), the property {@code exec.mainClass} if the plugin configures none,
 * properties, the coordinates as {@code ${project.…}}, and parents at their {@code relativePath}. It doesn't read
 * profiles, Maven's settings, or parents from a repository.
 *
 * @see <a href="https://www.mojohaus.org/exec-maven-plugin/java-mojo.html">exec:java</a>
 */
final class Pom {
    private static final String FILE = "pom.xml";
    /** Elements within each other; Maven's own are fewer than 20. */
    private static final int DEPTH_MAX = 200;

    private static final String PLUGIN = "exec-maven-plugin";
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Element project;
    private final Optional<Pom> parent;

    private Pom(Element project, Optional<Pom> parent) {
        this.project = project;
        this.parent = parent;
    }

    /** @throws ProjectException if there is no such file, it can't be read, or names no class */
    static String mainClass(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new ProjectException("no " + FILE + " in "
                    + folder.toAbsolutePath().normalize() + ": it names the class whose main runs");
        }
        var pom = read(file, new HashSet<>());
        var mainClass = pom.configured("plugins")
                .or(() -> pom.configured("pluginManagement", "plugins"))
                .or(() -> pom.property("exec.mainClass"))
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> new ProjectException(FILE
                        + ": no main class: configure exec-maven-plugin with a <mainClass>, which Pulumi runs too"));
        return pom.resolved(mainClass.strip(), Set.of());
    }

    private static Pom read(Path file, Set<Path> seen) {
        try {
            var project = parser().parse(file.toFile()).getDocumentElement();
            seen.add(file.toRealPath());
            var parent = Optional.<Pom>empty();
            var above = child(project, "parent").flatMap(named -> parentFile(file, named));
            if (above.isPresent() && seen.add(above.get().toRealPath())) {
                parent = Optional.of(read(above.get(), seen));
            }
            return new Pom(project, parent);
        } catch (SAXParseException e) {
            throw new ProjectException(
                    FILE + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException e) {
            throw new ProjectException("can't read " + FILE + ": " + e.getMessage());
        }
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute("jdk.xml.maxElementDepth", DEPTH_MAX); // what reads the tree calls itself
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // the default one prints to standard error
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser has these features", e);
        }
    }

    private static Optional<Path> parentFile(Path file, Element parent) {
        var relative =
                child(parent, "relativePath").map(Element::getTextContent).orElse("../" + FILE);
        if (relative.isBlank()) {
            return Optional.empty();
        }
        var named = file.resolveSibling(relative.strip()).normalize();
        return Optional.of(Files.isDirectory(named) ? named.resolve(FILE) : named)
                .filter(Files::isRegularFile);
    }

    private Optional<String> configured(String... path) {
        return child(project, "build").flatMap(build -> descendant(build, path)).stream()
                .flatMap(plugins -> children(plugins, "plugin"))
                .filter(plugin ->
                        text(plugin, "artifactId").filter(PLUGIN::equals).isPresent())
                .flatMap(plugin -> descendant(plugin, "configuration", "mainClass").stream())
                .map(Element::getTextContent)
                .findFirst()
                .or(() -> parent.flatMap(above -> above.configured(path)));
    }

    private String resolved(String text, Set<String> within) {
        return PROPERTY.matcher(text).replaceAll(match -> {
            var name = match.group(1);
            var value = within.contains(name) ? Optional.<String>empty() : value(name);
            var names = new HashSet<>(within);
            names.add(name);
            return value.map(found -> resolved(found, names).replace("$", "\\$"))
                    .orElseThrow(() -> new ProjectException(FILE + ": the main class is " + text + ", and the property "
                            + name + " isn't set: add it to <properties>"));
        });
    }

    private Optional<String> value(String name) {
        return name.startsWith("project.") ? coordinate(name.substring("project.".length())) : property(name);
    }

    private Optional<String> coordinate(String name) {
        return text(project, name).or(() -> child(project, "parent").flatMap(above -> text(above, name)));
    }

    private Optional<String> property(String name) {
        return descendant(project, "properties", name)
                .map(found -> found.getTextContent().strip())
                .or(() -> parent.flatMap(above -> above.property(name)));
    }

    private static Optional<String> text(Element within, String name) {
        return child(within, name).map(found -> found.getTextContent().strip());
    }

    private static Optional<Element> descendant(Element from, String... path) {
        var found = Optional.of(from);
        for (var name : path) {
            found = found.flatMap(element -> child(element, name));
        }
        return found;
    }

    private static Optional<Element> child(Element within, String name) {
        return children(within, name).findFirst();
    }

    private static Stream<Element> children(Element within, String name) {
        var nodes = within.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node instanceof Element && node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
