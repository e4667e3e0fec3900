package io.edgesocket.components.cdn;

import java.util.regex.Pattern;

/**
 * A script of CloudFront Functions, taken apart: its import statements, which stand at the top of a script or nowhere,
 * and the rest of it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html">
 *      JavaScript runtime 2.0</a>
 */
record ImportedModules(String imports, String rest) {
    /** Group 1 is an import; what else is found only looks like one: it stands in a comment or a text. */
    private static final Pattern IMPORT_OR_TEXT = Pattern.compile("(?m)"
            + "^[ \\t]*(import\\s+[\\w$]+\\s+from\\s+(['\"])[\\w:]+\\2[ \\t]*;?)"
            + "|//.*|/\\*(?s:.*?)\\*/"
            + "|'(?:[^'\\\\\\n]++|\\\\.)*+'|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|`(?:[^`\\\\]++|\\\\(?s:.))*+`");

    static ImportedModules of(String script) {
        var imports = new StringBuilder();
        var rest = new StringBuilder();
        var found = IMPORT_OR_TEXT.matcher(script);
        var last = 0; // where the import before ends
        while (found.find()) {
            if (found.group(1) != null) {
                imports.append(found.group(1)).append('\n');
                rest.append(script, last, found.start());
                last = found.end();
            }
        }
        return new ImportedModules(
                imports.toString(), rest.append(script, last, script.length()).toString());
    }
}
