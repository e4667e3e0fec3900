package io.edgesocket.plan.render;

import java.util.List;
import java.util.function.ToIntFunction;

/** Aligns the rows of a tree: names, types and details each have a column. */
final class Columns {
    private static final String GAP = "  ";
    /** A limit, so that one long name doesn't push all details off the screen. */
    private static final int WIDEST = 48;

    private Columns() {}

    /** If the screen is so narrow that columns leave little room for details, rows are not aligned. */
    static List<Line> align(List<Row> rows, Screen screen) {
        var names = widest(rows, Columns::nameWidth);
        var types = widest(rows, row -> row.type().length());
        return rows.stream()
                .map(row -> names + types > screen.columns() / 2 ? line(row, 0, 0) : line(row, names, names + types))
                .map(line -> line.fit(screen.columns()))
                .toList();
    }

    private static int widest(List<Row> rows, ToIntFunction<Row> width) {
        return GAP.length()
                + rows.stream().mapToInt(width).filter(w -> w <= WIDEST).max().orElse(0);
    }

    private static int nameWidth(Row row) {
        return row.type().isEmpty() ? 0 : row.branch().length() + row.name().length();
    }

    private static Line line(Row row, int typeColumn, int detailColumn) {
        var line = Line.of(TextStyle.QUIET, row.branch());
        if (row.type().isEmpty()) {
            return line.and(TextStyle.QUIET, row.name());
        }
        line = line.and(TextStyle.NAME, row.name()).upTo(typeColumn).and(TextStyle.QUIET, row.type());
        return row.marks().isEmpty() && row.detail().isEmpty() ? line : detailed(line.upTo(detailColumn), row);
    }

    private static Line detailed(Line line, Row row) {
        if (row.marks().isEmpty()) {
            return line.and(TextStyle.PLAIN, row.detail());
        }
        return line.and(TextStyle.WARNING, "[" + String.join(", ", row.marks()) + "]")
                .and(TextStyle.PLAIN, row.detail().isEmpty() ? "" : " " + row.detail());
    }
}
