package io.edgesocket.settings;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a stack's file. */
class AnySettingsTest {
    private static final String SECRET = "hunter2";
    private static final List<String> KEYS = SettingsListing.rows().stream()
            .map(row -> row.key().replace("*", "any"))
            .toList();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void is_accepted_or_refused_and_never_breaks_the_program(@ForAll("configs") Map<String, String> config) {
        refusal(config, Set.of())
                .ifPresent(refusal -> assertThat(refusal.problems()).isNotEmpty());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void is_not_shown_if_it_is_a_secret(@ForAll("configs") Map<String, String> config) {
        assertThat(refusal(config, config.keySet()).map(Throwable::getMessage).orElse(""))
                .doesNotContainIgnoringCase(SECRET);
    }

    private static Optional<SettingsException> refusal(Map<String, String> config, Set<String> secretKeys) {
        try {
            Settings.parse(config, secretKeys);
            return Optional.empty();
        } catch (SettingsException refusal) {
            return Optional.of(refusal);
        }
    }

    /** A key and anything at it, several times. */
    @Provide
    Arbitrary<Map<String, String>> configs() {
        var setting = Combinators.combine(Arbitraries.of(KEYS), json(2)).as(AnySettingsTest::setting);
        return setting.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(settings -> settings.stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other)));
    }

    /** The setting as Pulumi hands it over: what stands at the top level is text, the rest is JSON in it. */
    private static Map.Entry<String, String> setting(String key, JsonNode value) {
        var steps = key.split("\\.");
        var whole = value;
        for (int i = steps.length - 1; i > 0; i--) {
            whole = JSON.objectNode().set(steps[i], whole);
        }
        return Map.entry(steps[0], whole.isTextual() ? whole.textValue() : whole.toString());
    }

    private static Arbitrary<JsonNode> json(int depth) {
        var scalars = Arbitraries.<JsonNode>oneOf(
                texts().map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.bigDecimals().map(JSON::numberNode),
                Arbitraries.of(JSON.booleanNode(true), JSON.booleanNode(false), JSON.nullNode()));
        if (depth == 0) {
            return scalars;
        }
        var lists = json(depth - 1)
                .list()
                .ofMaxSize(3)
                .map(items -> JSON.arrayNode().addAll(items));
        var objects = Arbitraries.maps(texts(), json(depth - 1))
                .ofMaxSize(3)
                .map(entries -> JSON.objectNode().<JsonNode>setAll(entries));
        return Arbitraries.oneOf(scalars, lists, objects);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "live", "14d", "30s", "512MB", "all", "code", "burst", "{", "[", "wss://a.example.com", ""),
                Arbitraries.strings().ofMaxLength(6).map(text -> SECRET + text));
    }
}
