package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.KeyListing;
import io.edgesocket.settings.schema.MapShape;
import io.edgesocket.settings.schema.Shape;
import io.edgesocket.settings.schema.ShorthandShape;
import io.edgesocket.settings.schema.Suggestion;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsListingTest {

    @Test
    void a_row_says_what_a_key_is_its_default_and_its_limits() {
        assertThat(SettingsListing.rows())
                .contains(
                        new KeyListing.Row(
                                "edgesocket:functions.timeout",
                                "duration",
                                "10s",
                                "1s to 15m; units s, m, h, d",
                                "How long one call may run. API Gateway stops waiting after 29s, whatever stands here."),
                        new KeyListing.Row(
                                "edgesocket:stage.routes.*.burst",
                                "integer",
                                "required",
                                "1 to 2147483647",
                                "How many requests may come at once."));
    }

    @Test
    void text_has_a_paragraph_for_each_key() {
        assertThat(SettingsListing.text()).contains("""
                edgesocket:functions.memory
                    Memory of each function; its share of a processor grows with it.
                    size; default 512MB; 128MB to 10GB; units MB, GB

                """);
    }

    @Test
    void markdown_has_a_row_for_each_key() {
        assertThat(SettingsListing.markdown().lines())
                .hasSize(SettingsListing.rows().size() + 2)
                .contains(
                        "| `edgesocket:functions.tracing` | boolean | false |  | Whether calls are traced by X-Ray. |");
    }

    @ParameterizedTest
    @MethodSource("groups")
    void a_group_lists_the_components_of_its_record_in_their_order(GroupShape group) {
        assertThat(group.fields())
                .extracting(field -> Suggestion.name(field.key()))
                .containsExactlyElementsOf(Arrays.stream(group.record().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    static Stream<GroupShape> groups() {
        return in(Settings.SHAPE);
    }

    private static Stream<GroupShape> in(Shape shape) {
        if (shape instanceof GroupShape group) {
            return Stream.concat(
                    Stream.of(group), group.fields().stream().map(Field::shape).flatMap(SettingsListingTest::in));
        }
        if (shape instanceof ShorthandShape either) {
            return in(either.group());
        }
        return shape instanceof MapShape map ? in(map.value()) : Stream.empty();
    }
}
