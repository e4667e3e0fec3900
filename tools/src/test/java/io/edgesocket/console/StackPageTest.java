package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.browser.Accessibility;
import io.edgesocket.browser.Browser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The view of the stack, in a real browser. What it is told, ShownStackTest says. */
class StackPageTest extends PageTest implements Control {
    private static final ObjectMapper JSON = new ObjectMapper();
    private volatile JsonNode stack = told();

    StackPageTest(Browser browser) throws IOException {
        super(browser);
        server.control(this);
    }

    private static ObjectNode told() throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(("{'project': 'shop', 'stack': 'dev', 'roots': ['cdn'], 'nodes': ["
                        + "{'id': 'cdn', 'kind': 'distribution', 'name': 'cdn', 'resource': 'cdn', 'facts': ['chat.example.com'],"
                        + " 'inputs': {'enabled': true}, 'next': [{'to': 'b1', 'as': ''}, {'to': 'b2', 'as': ''}]},"
                        + "{'id': 'b1', 'kind': 'behavior', 'name': '/one', 'facts': [], 'inputs': {},"
                        + " 'next': [{'to': 'api', 'as': ''}]},"
                        + "{'id': 'b2', 'kind': 'behavior', 'name': '*', 'facts': [], 'inputs': {},"
                        + " 'next': [{'to': 'edge', 'as': 'viewer-request'}, {'to': 'api', 'as': ''}]},"
                        + "{'id': 'edge', 'kind': 'CloudFront Function', 'name': 'only-ours', 'resource': 'only-ours',"
                        + " 'facts': [], 'inputs': {'code': '<script>document.title=1</script>'}, 'next': []},"
                        + "{'id': 'api', 'kind': 'API', 'name': 'chat', 'resource': 'chat', 'facts': ['WEBSOCKET'],"
                        + " 'inputs': {'apiKey': '[secret]'}, 'next': [{'to': 'f', 'as': ''}]},"
                        + "{'id': 'f', 'kind': 'function', 'name': 'echo', 'resource': 'echo', 'facts': ['java21'],"
                        + " 'played': 'java21 on Java 17', 'inputs': {}, 'next': []}],"
                        + "'settings': ["
                        + "{'key': 'edgesocket:stage.name', 'value': 'live', 'from': 'Pulumi.dev.yaml', 'description': 'Its name.'},"
                        + "{'key': 'edgesocket:functions.timeout', 'value': '10s', 'from': 'default', 'description': 'How long.'},"
                        + "{'key': 'shop:password', 'value': 'plain', 'from': 'Pulumi.dev.yaml', 'description': 'Another.'}],"
                        + "'notPlayed': ['iam Role: chat']}")
                .replace('\'', '"'));
    }

    @Override
    public JsonNode state() {
        return JSON.createObjectNode();
    }

    @Override
    public JsonNode stack() {
        return stack;
    }

    @Override
    public JsonNode take(JsonNode command) {
        throw new RefusedCommandException("nothing is done here");
    }

    @Test
    void the_graph_leads_from_the_distribution_to_the_functions() {
        open("stack");
        browser.awaitText(".graph", "distribution cdn · chat.example.com");
        assertThat(browser.all(".graph > li > ul > li > ul > li > ul > li")).hasSize(1);
        browser.awaitText(".graph", "viewer-request CloudFront Function only-ours");
        browser.awaitText(".graph", "function echo · java21 · here java21 on Java 17");
    }

    @Test
    void what_two_ways_lead_to_is_shown_once() {
        open("stack");
        browser.awaitText(".graph", "shown above");
        assertThat(browser.all(".graph strong").stream()
                        .filter(name -> name.getText().equals("echo")))
                .hasSize(1);
    }

    @Test
    void inputs_are_shown_when_they_are_asked_for_and_are_text() {
        open("stack");
        var edge = browser.awaitText(".graph li li li", "only-ours");
        edge.findElement(By.tagName("summary")).click();
        browser.awaitText(".graph pre", "<script>document.title=1</script>");
        assertThat(browser.all("main script")).isEmpty();
    }

    @Test
    void a_setting_is_shown_with_its_value_and_where_it_comes_from() {
        open("stack");
        assertThat(browser.awaitText(".settings tbody tr", "edgesocket:stage.name")
                        .getText())
                .contains("live", "Pulumi.dev.yaml", "Its name.");
        assertThat(browser.awaitText(".settings tbody tr", "shop:password").getText())
                .doesNotContain("plain");
    }

    @Test
    void only_the_view_scrolls_and_not_the_page() {
        open("stack");
        browser.awaitText(".graph", "echo");
        browser.run("document.querySelectorAll('.graph details').forEach(each => { each.open = true; })");
        browser.awaitText(".graph pre", "\"enabled\": true");
        assertThat(browser.run("return document.documentElement.scrollHeight <= document.documentElement.clientHeight"))
                .isEqualTo(true);
    }

    @Test
    void settings_are_found_and_those_with_defaults_left_out() {
        open("stack");
        browser.awaitText(".settings", "edgesocket:functions.timeout");
        browser.type("/");
        browser.type("timeout");
        browser.awaitText(".stack .bar", "1 setting");
        browser.find(".stack .bar input[type=checkbox]").click();
        browser.awaitText(".stack .bar", "0 settings");
    }

    @Test
    void the_stack_is_read_again_after_a_reload_and_its_difference_shown() throws Exception {
        open("stack");
        browser.awaitText(".graph", "echo");
        var next = told();
        next.putObject("change")
                .put("at", "2026-01-01T00:00:00Z")
                .put("difference", "shop dev\n\nChanges\n+ chat-news  apigatewayv2 Route  news\n");
        stack = next;
        traffic.reloaded("added chat-news");
        browser.awaitText(".difference .added", "+ chat-news  apigatewayv2 Route  news");
    }

    @Test
    void a_stack_that_is_not_taken_up_says_why() throws Exception {
        open("stack");
        browser.awaitText(".graph", "echo");
        stack = told().put("refused", "App.java:12: there is no such route");
        traffic.reloaded("not taken up");
        browser.awaitText("#panel-stack .status", "The last change is not played");
        browser.awaitText("#panel-stack .refusal", "App.java:12: there is no such route");
    }

    @Test
    void the_keyboard_alone_opens_it_and_the_inputs() {
        browser.open(server.address());
        browser.awaitText("#link", "live");
        browser.type("5");
        browser.awaitText(".graph", "echo");
        browser.run("document.querySelector('.graph summary').focus()");
        browser.type(" ");
        browser.awaitText(".graph pre", "\"enabled\": true");
    }

    @Test
    void axe_finds_nothing_and_nothing_is_wider_than_a_narrow_window() throws Exception {
        Accessibility.assumeAxe();
        var next = told().put("refused", "App.java:12: there is no such route");
        next.putObject("change").put("at", "2026-01-01T00:00:00Z").put("difference", "+ one\n~ two\n- three\n");
        stack = next;
        open("stack");
        browser.awaitText(".difference", "three");
        for (var scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            assertThat(Accessibility.findings(browser)).as(scheme).isEmpty();
        }
        browser.width(500);
        assertThat(browser.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }
}
