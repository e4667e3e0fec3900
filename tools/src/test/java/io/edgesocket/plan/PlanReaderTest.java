package io.edgesocket.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what {@code plan} writes is read: a file that lacks a part would be compared as if the part were empty. */
class PlanReaderTest {
    private static final String PLAN = """
            {"version": 1, "project": "shop", "stack": "dev", "resources": [
              {"urn": "urn:a", "type": "t", "name": "a", "custom": true, "provider": "aws",
               "protect": false, "retainOnDelete": false, "deleteBeforeReplace": false,
               "aliases": ["urn:z"], "ignoreChanges": [], "dependsOn": [], "inputs": {"size": 7}},
              {"urn": "urn:b", "type": "t", "name": "b", "custom": false, "parent": "urn:a",
               "protect": false, "retainOnDelete": false, "deleteBeforeReplace": false,
               "aliases": [], "ignoreChanges": [], "dependsOn": [], "inputs": {}}],
             "outputs": {"url": "wss://"}}
            """;

    @Test
    void a_whole_plan_is_read() {
        assertThat(PlanJson.read(PLAN).resources())
                .extracting(Plan.PlannedResource::name)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version": 1         | "version": "1"      | it is no plan of version 1; write one with: ./edgesocket plan --format json
            "version": 1         | "version": 1.9      | it is no plan of version 1; write one with: ./edgesocket plan --format json
            "project": "shop"    | "project": ""       | it is no plan: project is empty
            "stack": "dev",      |                     | it is no plan: stack is missing
            "resources":         | "resource":         | it is no plan: resources is missing
            "urn": "urn:a",      |                     | it is no plan: resources[0].urn is missing
            "urn": "urn:b"       | "urn": "urn:a"      | it is no plan: resources[1].urn is also the URN of another resource: urn:a
            "name": "b"          | "name": 5           | it is no plan: resources[1].name is no text
            "type": "t"          | "type": ""          | it is no plan: resources[0].type is empty
            "custom": true       | "custom": "true"    | it is no plan: resources[0].custom is neither true nor false
            "provider": "aws"    | "provider": null    | it is no plan: resources[0].provider is no text
            "protect": false,    |                     | it is no plan: resources[0].protect is missing
            "aliases": ["urn:z"] | "aliases": "urn:z"  | it is no plan: resources[0].aliases is no list
            "aliases": ["urn:z"] | "aliases": ["u", 1] | it is no plan: resources[0].aliases[1] is no text
            "inputs": {"size": 7} | "inputs": [7]      | it is no plan: resources[0].inputs is no object
            "outputs": {"url"    | "output": {"url"    | it is no plan: outputs is missing
            """)
    void what_is_not_as_a_plan_has_it_is_refused_by_its_name(String part, String instead, String message) {
        var wrong = PLAN.replaceFirst(Pattern.quote(part), instead == null ? "" : instead);
        assertThatThrownBy(() -> PlanJson.read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_resource_that_is_none_is_refused() {
        assertThatThrownBy(
                        () -> PlanJson.read(
                                "{\"version\": 1, \"project\": \"shop\", \"stack\": \"dev\", \"resources\": [5], \"outputs\": {}}"))
                .hasMessage("it is no plan: resources[0] is no object");
    }

    @Test
    void two_plans_in_one_file_are_refused() {
        assertThatThrownBy(() -> PlanJson.read(PLAN + "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is not JSON: line 9");
    }

    @Test
    void a_field_that_stands_there_twice_is_refused() {
        assertThatThrownBy(() -> PlanJson.read("{\"version\": 1, \"version\": 1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Duplicate field 'version'");
    }

    @Test
    void a_text_that_ends_too_early_is_told_in_words_of_its_reader() {
        assertThatThrownBy(() -> PlanJson.read("{\"version\": 1, \"resources\": ["))
                .hasMessageContaining("it is not JSON: line 1, column 30")
                .hasMessageNotContaining("Source");
    }
}
