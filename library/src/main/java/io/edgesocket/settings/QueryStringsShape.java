package io.edgesocket.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.QueryStrings;
import io.edgesocket.settings.schema.ChoiceShape;
import io.edgesocket.settings.schema.ListShape;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.Shape;
import io.edgesocket.settings.schema.TextShape;
import java.util.List;
import java.util.Optional;

/** {@code all}, {@code none}, or a list of names. */
public record QueryStringsShape(ChoiceShape word, ListShape names) implements Shape {

    static QueryStringsShape allNoneOrNames(int most) {
        var name = TextShape.text(CloudFrontLimits.QUERY_STRING, "a name, with no space and none of & = #");
        var word = new ChoiceShape("text", List.of("all", "none"), QueryStringsShape::byWord);
        return new QueryStringsShape(word, ListShape.listOf(name, 1, most));
    }

    private static QueryStrings byWord(String word) {
        return word.equals("all") ? QueryStrings.all() : QueryStrings.none();
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (given.isArray() && names.fits(given.size())) {
            return names.read(given, place).map(QueryStringsShape::only);
        }
        return given.isTextual() && word.words().contains(given.textValue())
                ? word.read(given, place)
                : place.refuse(given, "must be " + allowed());
    }

    @SuppressWarnings("unchecked") // a list of texts, as its shape says
    private static Object only(Object names) {
        return QueryStrings.only((List<String>) names);
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema() {
        return Shape.either(word, names);
    }

    @Override
    public String type() {
        return "text or list of text";
    }

    @Override
    public String limits() {
        return "all, none, or a list of " + names.counted() + " names";
    }

    @Override
    public String allowed() {
        return limits();
    }
}
