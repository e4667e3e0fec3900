package io.edgesocket.plan;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Created;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the program of today makes of a stack of the previous release. That one's plans and settings are kept in
 * {@code tools/src/test/resources/plans/releases/}.
 */
class UpgradeTest {
    private static final String RELEASE = "0.1.0";
    private static final Path RELEASED = Path.of("tools", "src", "test", "resources", "plans", "releases", RELEASE);
    private static final Path HERE = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void with_the_same_settings_nothing_is_replaced_or_deleted(String stack) {
        assertThat(losses(upgrade(stack, RELEASED))).isEmpty();
    }

    @Test
    void with_the_new_settings_only_what_the_page_lists_is_replaced_or_deleted() {
        var losses = Stream.of("dev", "prod")
                .flatMap(stack -> losses(upgrade(stack, HERE)).stream())
                .toList();
        assertThat(losses).allMatch(loss -> listed().anyMatch(row -> loss.matches(row)));
        assertThat(listed()).allMatch(row -> losses.stream().anyMatch(loss -> loss.matches(row)));
    }

    @Test
    void a_component_that_is_renamed_under_an_alias_takes_its_resources_along() {
        var before = plan(ctx -> cdn("cdn", ComponentResourceOptions.Empty));
        var after = plan(ctx -> cdn(
                "front",
                ComponentResourceOptions.builder()
                        .aliases(Alias.builder().name("cdn").build())
                        .build()));
        assertMovedAsAWhole(PlanDiff.between(before, after));
    }

    @Test
    void a_component_that_is_moved_into_another_under_an_alias_takes_its_resources_along() {
        var before = plan(ctx -> cdn("cdn", ComponentResourceOptions.Empty));
        var after = plan(ctx -> cdn(
                "cdn",
                ComponentResourceOptions.builder()
                        .parent(new ComponentResource("shop:Front", "front", ComponentResourceOptions.Empty))
                        .aliases(Alias.noParent())
                        .build()));
        assertMovedAsAWhole(PlanDiff.between(before, after));
    }

    @Test
    void a_component_that_is_renamed_without_an_alias_is_lost() {
        var before = plan(ctx -> cdn("cdn", ComponentResourceOptions.Empty));
        var after = plan(ctx -> cdn("front", ComponentResourceOptions.Empty));
        assertThat(losses(PlanDiff.between(before, after)))
                .containsExactlyInAnyOrder("cdn deleted", "cdn-handshake deleted");
    }

    /** Everything is there as it was, under another URN; but for the component around it, nothing is new. */
    private static void assertMovedAsAWhole(PlanDiff diff) {
        assertThat(losses(diff)).isEmpty();
        assertThat(diff.resources())
                .filteredOn(Created.class::isInstance)
                .allMatch(change -> change.resource().type().equals("shop:Front"));
        assertThat(diff.resources())
                .filteredOn(Changed.class::isInstance)
                .hasSize(3)
                .allMatch(change -> ((Changed) change).isMoved());
    }

    private static void cdn(String name, ComponentResourceOptions options) {
        new WebSocketCdn(
                name,
                WebSocketCdnArgs.builder()
                        .origin(WebSocketOrigin.existing("wss://abc123.execute-api.eu-west-1.amazonaws.com/live"))
                        .build(),
                options);
    }

    private static PlanDiff upgrade(String stack, Path settings) {
        return PlanDiff.between(
                Golden.plan("releases/" + RELEASE + "/" + stack + ".json"), OwnStacks.plan(settings, stack));
    }

    private static Plan plan(Consumer<Context> program) {
        return Planner.plan(Engine.run(new StackConfig("shop", "dev", Map.of(), Set.of()), program), HERE);
    }

    /** For instance {@code chat-deployment replaced}. A component is nothing in AWS. */
    private static Set<String> losses(PlanDiff diff) {
        var impact = new Impact(diff);
        return diff.resources().stream()
                .filter(change -> change.resource().custom())
                .flatMap(change -> change instanceof Deleted
                        ? Stream.of(change.resource().name() + " deleted")
                        : change instanceof Changed changed && impact.replaces(changed)
                                ? Stream.of(change.resource().name() + " replaced")
                                : Stream.of())
                .collect(toSet());
    }

    /** The rows of the page that have a reason, as patterns: a name's {@code *} is any part of it. */
    private static Stream<String> listed() {
        var page = read(Path.of("docs", "upgrade.md")).split("## From " + Pattern.quote(RELEASE) + "\n", 2)[1];
        return Pattern.compile("(?m)^\\| `([^`]+)` \\| (replaced|deleted) \\| \\S.* \\|$")
                .matcher(page)
                .results()
                .map(row -> row.group(1).replace("*", ".*") + " " + row.group(2));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
