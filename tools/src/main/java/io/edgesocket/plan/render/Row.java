package io.edgesocket.plan.render;

import java.util.List;

/**
 * A row of the tree.
 *
 * @param branch the lines that lead to it
 * @param type   empty for a note, whose text is the name
 */
record Row(String branch, String name, String type, List<String> marks, String detail) {

    static Row note(String text) {
        return new Row("", text, "", List.of(), "");
    }

    Row after(String branch) {
        return new Row(branch, name, type, marks, detail);
    }
}
