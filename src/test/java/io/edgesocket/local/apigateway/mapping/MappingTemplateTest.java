package io.edgesocket.local.apigateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(render("$input.class.forName('java.lang.Runtime')")).startsWith("$input");
    }

    @Test
    void a_template_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> render("#foreach($x in"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("can't be read");
    }
}
