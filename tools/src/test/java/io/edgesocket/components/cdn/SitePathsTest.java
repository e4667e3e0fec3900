package io.edgesocket.components.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the function for paths of sites, with a table as the component fills it in, on events as CloudFront makes them. */
@Needs("node")
class SitePathsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "/,                 /index.html",
        "/users,            /index.html",
        "/users/7,          /index.html",
        "/users/,           /index.html",
        "/v1.2/users,       /index.html",
        "/app.js,           /app.js",
        "/assets/app.1.js,  /assets/app.1.js",
        "/docs,             /docs/home.html",
        "/docs/,            /docs/home.html",
        "/docs/a.html,      /docs/a.html",
        "/docs/guide,       /docs/guide",
        "/docs/guide/,      /docs/guide/",
        "/docsearch,        /index.html"
    })
    void a_path_of_a_site_leads_to_its_file(String asked, String sent) throws Exception {
        var code = PathFunction.source("site-paths.js").replace("/* sites */", """
                { path: '/docs', rootObject: 'home.html', singlePage: false },
                { path: '', rootObject: 'index.html', singlePage: true }""");
        assertThat(uri(code, asked)).isEqualTo(sent);
    }

    private static String uri(String code, String path) throws IOException, InterruptedException {
        var event = JSON.createObjectNode();
        event.putObject("request").put("uri", path).putObject("headers");
        var program = code + "\nconsole.log(handler(" + event + ").uri);";
        var node = new ProcessBuilder("node", "-e", program)
                .redirectErrorStream(true)
                .start();
        var printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(printed).isZero();
        return printed.strip();
    }
}
