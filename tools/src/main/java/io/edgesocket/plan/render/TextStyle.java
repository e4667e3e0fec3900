package io.edgesocket.plan.render;

/** What a piece of text means to its reader; a terminal shows it as a colour. */
public enum TextStyle {
    PLAIN(""),
    HEADING("1"),
    NAME("1"),
    QUIET("2"),
    WARNING("33"),
    CREATED("32"),
    CHANGED("33"),
    DELETED("31");

    private final String code;

    TextStyle(String code) {
        this.code = code;
    }

    /**
     * The escape sequence that begins it; empty for none.
     *
     * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48, SGR</a>
     */
    String ansi() {
        return code.isEmpty() ? "" : "\u001b[" + code + "m";
    }
}
