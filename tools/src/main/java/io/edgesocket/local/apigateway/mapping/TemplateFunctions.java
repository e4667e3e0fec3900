package io.edgesocket.local.apigateway.mapping;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code $util} in a template. Public, as Velocity finds its methods by reflection. */
public final class TemplateFunctions {

    /** As AWS does it, single quotes included. In JSON, the template has to remove the backslash before them again. */
    public String escapeJavaScript(Object value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(value)))
                .replace("'", "\\'")
                .replace("/", "\\/");
    }

    public Object parseJson(String json) throws IOException {
        return Json.plain(Json.tree(json.getBytes(StandardCharsets.UTF_8)));
    }

    public String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String urlDecode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String base64Encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public String base64Decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
