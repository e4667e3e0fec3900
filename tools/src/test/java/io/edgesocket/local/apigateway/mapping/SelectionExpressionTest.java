package io.edgesocket.local.apigateway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionExpressionTest {
    private static final Map<String, String> VALUES = Map.of(
            "request.body.a",
            "A",
            "request.body.b.c",
            "BC",
            "request.header.x-api-key",
            "K",
            "context.routeKey",
            "$default");

    @ParameterizedTest
    @CsvSource({
        "$request.body.a, A",
        "${request.body.a}, A",
        "$request.body.b.c, BC",
        "${request.body.a}/${request.body.b.c}, A/BC",
        "$request.body.a-x, ''",
        "x-$request.body.a, x-A",
        "$request.header.x-api-key, K",
        "$context.routeKey, $default",
        "$request.body.missing, ''",
        "\\$default, $default",
        "static, static",
    })
    void an_expression_gives_a_text(String expression, String text) {
        assertThat(SelectionExpression.parse(expression).evaluate(name -> Optional.ofNullable(VALUES.get(name))))
                .isEqualTo(text);
    }
}
