package io.edgesocket.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFrontFunctionTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @BeforeEach
    void node_is_there() {
        assumeTrue(Runtimes.ofThisMachine().find("node").isPresent(), "needs node on the PATH");
    }

    private JsonNode handle(String code) {
        try (var function = CloudFrontFunction.of("strip", code, (name, line) -> lines.add(name + ": " + line))) {
            return function.handle(new ObjectMapper().createObjectNode().put("uri", "/chat"))
                    .orTimeout(60, TimeUnit.SECONDS).join();
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
    void what_it_prints_is_logged_under_its_name() throws InterruptedException {
        handle("function handler(event) { console.log('uri', event.uri); return event; }");
        assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("strip: uri /chat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "function handler() { throw new TypeError('no luck'); }| TypeError: no luck",
        "function handler() { return require('fs'); }| there is no module 'fs'",
        "function handler() { return process.env; }| process is not defined",
        "function handler() { return fetch('http://localhost'); }| fetch is not defined",
        "function handler() { return setTimeout(handler, 1); }| setTimeout is not defined",
        "function handler() { return eval('1'); }| Code generation from strings disallowed",
        "var no = 1| the script has no function handler(event)",
        "import cf from 'cloudfront'| is not played",
        "function handler( {| SyntaxError",
        "function handler() { for (;;) ; }| has not answered within 1 s"})
    void what_the_runtime_has_not_fails_and_is_named(String code, String message) {
        assertThatThrownBy(() -> handle(code)).hasRootCauseInstanceOf(FunctionFailedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void without_node_it_is_refused_with_what_it_needs() {
        assertThatThrownBy(() -> CloudFrontFunction.of("strip", "", FunctionLog.NONE, new Runtimes("")))
                .isInstanceOf(UnplayableException.class)
                .hasMessage("CloudFront Functions need Node.js: there is no node on the PATH");
    }
}
