package io.edgesocket.local.apigateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyPathTest {
    private static final byte[] JSON = """
            {"a":"A","n":1.50,"t":true,"z":null,"o":{"deep":{"er":"D"},"a":"inner"},"l":["x",{"y":"Y"}],"s p":"S"}""".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "a,A",
        "$.a,A",
        "n,1.50",
        "t,true",
        "o.deep.er,D",
        "$['o']['a'],inner",
        "l[1].y,Y",
        "l[0],x",
        "$['s p'],S",
        "$.l[-1].y,Y",
        "$.l[*].y,'[\"Y\"]'",
        "$..er,'[\"D\"]'"
    })
    void a_path_leads_to_a_text(String path, String text) {
        assertThat(BodyPath.parse(path).textIn(JSON)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "a.b", "o.none", "l[9]", "l.y", "z", ".y[*]"})
    void a_path_to_nothing_is_empty(String path) {
        assertThat(BodyPath.parse(path).textIn(JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "true story", "\u00e9t\u00e9", "{\"a\":1", "{\"a\":1,}", "{\"a\":1} x"})
    void what_is_no_JSON_is_noticed_even_after_what_was_looked_for(String text) {
        assertThatExceptionOfType(NotJsonException.class)
                .isThrownBy(() -> BodyPath.parse("a").textIn(text.getBytes(StandardCharsets.UTF_8)));
    }
}
