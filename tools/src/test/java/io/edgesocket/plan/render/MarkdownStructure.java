package io.edgesocket.plan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Markdown as GitHub reads it. */
public final class MarkdownStructure extends AbstractVisitor {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final List<Integer> cellsByRow = new ArrayList<>();
    private final List<String> fences = new ArrayList<>();

    /** The structure, once it is sure that no value became markup. */
    public static MarkdownStructure of(String markdown) {
        var structure = new MarkdownStructure();
        PARSER.parse(markdown).accept(structure);
        return structure;
    }

    List<Integer> cellsByRow() {
        return cellsByRow;
    }

    public List<String> fences() {
        return fences;
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        fences.add(fence.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        var values = html.getLiteral()
                .replaceAll("</?details>|</?summary>|</?code>", "")
                .replaceAll("^<!-- edgesocket (plan|diff|against|preview) [A-Za-z0-9_.-]* -->$", "");
        assertThat(values).as("markup in %s", html.getLiteral()).doesNotContain("<");
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            cellsByRow.add(cells(node));
        }
        visitChildren(node);
    }

    @Override
    public void visit(HtmlInline html) {
        if (!html.getLiteral().equals("<br>")) { // between lines in a cell
            fail("a value became markup: " + html.getLiteral());
        }
    }

    @Override
    public void visit(Link link) {
        fail("a value became a link: " + link.getDestination());
    }

    @Override
    public void visit(Image image) {
        fail("a value became an image: " + image.getDestination());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        fail("a value became a block: " + code.getLiteral());
    }

    private static int cells(Node row) {
        var count = 0;
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            count += cell instanceof TableCell ? 1 : 0;
        }
        return count;
    }
}
