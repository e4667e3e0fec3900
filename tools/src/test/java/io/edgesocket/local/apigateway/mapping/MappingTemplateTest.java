package io.edgesocket.local.apigateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTemplateTest {
    private static final String BODY =
            "{\"text\":\"it's \\\"x\\\"\",\"list\":[{\"n\":1},{\"n\":2}],\"map\":{\"k\":\"v\"}}";

    private static String render(String template) {
        return new MappingTemplate(template)
                .render(new TemplateInput(
                        BODY.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "connectionId",
                                "abc=",
                                "identity",
                                Map.of("sourceIp", "10.0.0.1"),
                                "authorizer",
                                Map.of("principalId", "ann")),
                        Map.of("table", "rooms"),
                        Map.of("header", Map.of("X-Room", "blue"), "querystring", Map.of("q", "1"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$input.path('$.map.k') | v",
                "$input.path('$.map').k | v",
                "$input.json('$.map') | {\"k\":\"v\"}",
                "$input.path('$.list').size() | 2",
                "$input.path('$.list[1].n') | 2",
                "#foreach($x in $input.path('$.list'))$x.n#if($foreach.hasNext),#end#end | 1,2",
                "$input.json('$.none') | \"\"",
                "[$!input.path('$.none')] | []",
                "$input.params('X-Room')$input.params('q') | blue1",
                "$input.params().querystring.q | 1",
                "$context.connectionId | abc=",
                "$context.identity.sourceIp $context.authorizer.principalId | 10.0.0.1 ann",
                "$stageVariables.table ${stageVariables.table} | rooms rooms",
                "$util.base64Encode('hi') $util.base64Decode('aGk=') | aGk= hi",
                "$util.urlEncode('a b&') $util.urlDecode('a%20b') | a+b%26 a b",
                "$util.parseJson('{\"a\":[5]}').a.get(0) | 5",
                "#set($x = 2)#if($x > 1)more#{else}less#end | more",
                "fixed | fixed"
            })
    void a_template_makes_a_text(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$context.nothing",
                "${context.nothing}",
                "$!context.nothing",
                "$context.nothing.deeper",
                "$context.identity.caller",
                "$context.authorizer.user",
                "$stageVariables.nothing",
                "${stageVariables.nothing}",
                "$input.path('$.none')",
                "$input.path('$.none.deeper')",
                "$input.path('$.map').none",
                "$input.params('none')",
                "$input.params().header.none",
                "$input.params().path.none",
                "$input.nothing",
                "$util.nothing"
            })
    void what_is_not_there_is_empty(String template) {
        assertThat(render("[" + template + "]")).isEqualTo("[]");
    }

    @Test
    void a_name_that_is_not_api_gateway_s_stays_as_it_is() {
        assertThat(render("$price ${context} $contextual"))
                .startsWith("$price ")
                .endsWith(" $contextual");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$input.json('$.list[*].n') | [1,2]",
                "$input.json('$..n') | [1,2]",
                "$input.json('$.list[0:1]') | [{\"n\":1}]",
                "$input.json('$.list[-1]') | {\"n\":2}",
                "$input.json('$.list[?(@.n > 1)].n') | [2]",
                "$input.json('$.list[?(@.n in [2, 3])].n') | [2]",
                "$input.path('$.list.length()') | 2",
                "$input.path('$.list[*].n').get(1) | 2",
                "#foreach($n in $input.path('$..n'))<$n>#end | <1><2>",
                "#foreach($x in $input.path('$.list[?(@.n < 2)]'))$x.n#end | 1"
            })
    void a_path_may_be_any_JSONPath(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$input.json('$.none[*].n') | \"\"",
                "[$!input.path('$.none.n')] | []",
                "$input.json('$.list[9]') | \"\"",
                "$input.json('$.list[*].none') | []",
                "$input.json('$..none') | []",
                "#foreach($x in $input.path('$..none'))$x#{else}nothing#end | nothing",
                "$input.json('$.map[?(@.none)]') | []"
            })
    void a_path_that_matches_nothing_is_an_empty_text_or_an_empty_list(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"path, 1: $input.path('$.text')", "json, 1: $input.json('$.text')"})
    void path_gives_a_text_and_json_gives_json(String function, String template) {
        assertThat(render(template)).isEqualTo(function.equals("path") ? "1: it's \"x\"" : "1: \"it's \\\"x\\\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.list[*", "$..", "$.list[?(@.n >)]"})
    void what_is_no_JSONPath_is_told_with_the_path(String path) {
        assertThatThrownBy(() -> render("$input.json('" + path + "')"))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("\"" + path + "\" is no JSONPath: ");
    }

    @Test
    void the_body_is_there_as_it_came() {
        assertThat(render("$input.body")).isEqualTo(BODY);
    }

    @Test
    void escapeJavaScript_escapes_single_quotes_too() {
        assertThat(render("$util.escapeJavaScript($input.path('$.text'))")).isEqualTo("it\\'s \\\"x\\\"");
    }

    @Test
    void a_template_reaches_no_class() {
        assertThat(render("[$input.class.forName('java.lang.Runtime')]")).isEqualTo("[]");
    }

    @Test
    void a_template_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> render("#foreach($x in"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("can't be read");
    }
}
