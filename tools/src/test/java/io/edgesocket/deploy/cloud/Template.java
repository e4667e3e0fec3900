package io.edgesocket.deploy.cloud;

import com.google.protobuf.Struct;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code arn:aws:lambda:{region}:{account}:function:{name}}; unknown as a whole where a part is unknown. */
final class Template {
    static final String ACCOUNT = "123456789012";
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private Template() {}

    static String fill(String template, Struct known) {
        var filled = HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1), known)));
        return filled.contains(Values.UNKNOWN_TEXT) ? Values.UNKNOWN_TEXT : filled;
    }

    private static String value(String hole, Struct known) {
        return hole.equals("account") ? ACCOUNT : Values.text(known, hole).orElse("");
    }
}
