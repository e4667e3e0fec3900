package io.edgesocket.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.local.lambda.pool.Call;
import io.edgesocket.local.lambda.pool.FunctionFailedException;
import io.edgesocket.local.machine.SearchPath;
import io.edgesocket.workspace.Needs;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Needs("node")
class CloudFrontFunctionTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private JsonNode handle(String code) {
        return handle(code, Optional.empty());
    }

    private JsonNode handle(String code, Optional<JsonNode> store) {
        try (var function =
                CloudFrontFunction.of("strip", code, store, (name, line) -> lines.add(name + ": " + line))) {
            return function.handle(new ObjectMapper().createObjectNode().put("uri", "/chat"), Call.UNHEARD)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }
    }

    @Test
    void a_script_s_handler_is_called() {
        assertThat(handle("function handler(event) { event.uri += '/'; return event; }"))
                .hasToString("{\"uri\":\"/chat/\"}");
    }

    @Test
    void a_handler_may_be_async() {
        assertThat(handle("const handler = async (event) => event.uri;")).hasToString("\"/chat\"");
    }

    @Test
    void the_modules_that_cloudfront_has_are_there() {
        assertThat(handle("""
                const crypto = require('crypto');
                function handler(event) {
                    const digest = crypto.createHash('sha256').update(event.uri).digest('hex');
                    return digest.length + require('querystring').stringify({a: 1});
                }""")).hasToString("\"64a=1\"");
    }

    @Test
    void a_module_may_be_imported_and_what_only_looks_like_it_may_stand_in_a_text() {
        assertThat(handle("""
                /*
                import no from 'such';
                */
                import querystring from 'querystring';
                const text = `
                import no from 'such';
                `;
                function handler(event) { return querystring.escape(event.uri) + text.length; }""")).hasToString("\"%2Fchat24\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "await kvs.get('a')                                     | \"\"\"[1,2]\"\"\"",
                "await kvs.get('a', { format: 'string' })               | \"\"\"[1,2]\"\"\"",
                "(await kvs.get('a', { format: 'json' }))[1]            | 2",
                "(await kvs.get('a', { format: 'bytes' })).length       | 5",
                "await kvs.exists('a') && !await kvs.exists('c')        | true",
                "await kvs.count()                                      | 2",
                "(await kvs.meta()).keyCount                            | 2",
                "await kvs.get('c').catch((error) => error.message)     | \"\"\"KeyNotFound: there is no key 'c' in the store\"\"\""
            })
    void the_key_value_store_is_read_as_cloudfront_documents_it(String expression, String result) throws Exception {
        var code = "import cf from 'cloudfront';\nconst kvs = cf.kvs();\n" + "async function handler() { return "
                + expression + "; }";
        assertThat(handle(code, Optional.of(new ObjectMapper().readTree("{\"a\": \"[1,2]\", \"b\": \"\"}"))))
                .hasToString(result);
    }

    @Test
    void the_query_string_as_it_came_is_told_by_a_method() {
        try (var function = CloudFrontFunction.of(
                "raw",
                "function handler({ request }) { return request.rawQueryString(); }",
                Optional.empty(),
                FunctionLog.NONE)) {
            var event = new ObjectMapper().createObjectNode();
            event.putObject("request").put("rawQueryString", "a=%20&a&b");
            assertThat(function.handle(event, Call.UNHEARD)
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join())
                    .hasToString("\"a=%20&a&b\"");
        }
    }

    @Test
    void what_it_prints_is_logged_under_its_name() throws InterruptedException {
        handle("function handler(event) { console.log('uri', event.uri); return event; }");
        assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("strip: uri /chat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function handler() { throw new TypeError('no luck'); }| TypeError: no luck",
                "function handler() { return require('fs'); }| there is no module 'fs'",
                "function handler() { return process.env; }| process is not defined",
                "function handler() { return fetch('http://localhost'); }| fetch is not defined",
                "function handler() { return setTimeout(handler, 1); }| setTimeout is not defined",
                "function handler() { return eval('1'); }| Code generation from strings disallowed",
                "var no = 1| the script has no function handler(event)",
                "import cf from 'cloudfront'; function handler() { return cf.kvs(); }| no key value store is associated",
                "import cf from 'cloudfront'; function handler() { cf.updateRequestOrigin({}); }| cf.updateRequestOrigin is not played",
                "function handler( {| SyntaxError",
                "function handler() { for (;;) ; }| it took longer than its timeout of 1 s"
            })
    void what_the_runtime_has_not_fails_and_is_named(String code, String message) {
        assertThatThrownBy(() -> handle(code))
                .hasRootCauseInstanceOf(FunctionFailedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void without_node_it_is_refused_with_what_it_needs() {
        assertThatThrownBy(() ->
                        CloudFrontFunction.of("strip", "", Optional.empty(), FunctionLog.NONE, new SearchPath("")))
                .isInstanceOf(UnplayableException.class)
                .hasMessage("CloudFront Functions need Node.js: there is no node on the PATH");
    }
}
