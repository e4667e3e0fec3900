package io.edgesocket.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A value that a program gave to a resource. It holds all that the SDK sent, and no secret shows in {@code toString}.
 */
public sealed interface Value {

    /** Known only after a deployment, and not a reference to an output. */
    record Unknown() implements Value {}

    record Absent() implements Value {}

    record Bool(boolean value) implements Value {}

    record Numeric(BigDecimal value) implements Value {}

    /** Text, cut into what the program wrote and what it took from other resources. */
    record Text(List<Part> parts) implements Value {
        public Text {
            parts = List.copyOf(parts);
        }

        /** The text as the program passed it to the SDK, with its stand-ins. */
        public String asGiven() {
            return parts.stream().map(Part::asGiven).collect(Collectors.joining());
        }

        /** Text without references. */
        public static Text of(String literal) {
            return new Text(literal.isEmpty() ? List.of() : List.of(new Literal(literal)));
        }
    }

    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Fields(SortedMap<String, Value> values) implements Value {}

    /** A secret. {@code hidden} is for playing the stack locally. Never show it. */
    record Secret(Value hidden) implements Value {
        @Override
        public String toString() {
            return "[secret]";
        }
    }

    /** A file or folder, by its path as the program gave it. */
    record FileAsset(String path, boolean archive) implements Value {}

    /** A file or an archive outside this machine, by its address. */
    record RemoteAsset(String address) implements Value {}

    /** Content that is written in the program itself. */
    record InlineAsset(String text) implements Value {}

    /** An archive put together from other assets, by their place in it. */
    record AssetArchive(SortedMap<String, Value> entries) implements Value {}

    /** A part of a {@link Text}. */
    sealed interface Part {
        /** What the program passed: its own text, or a stand-in. */
        String asGiven();
    }

    record Literal(String text) implements Part {
        @Override
        public String asGiven() {
            return text;
        }
    }

    /**
     * An output of another resource, or of a look-up.
     *
     * @param urn     the resource; or what was looked up, as {@code getZone(example.com)}
     * @param output  the output's name, such as {@code apiEndpoint} or {@code id}
     * @param whole   false if the program used only a part of the output
     * @param asGiven the stand-in, or the part of it
     */
    record Reference(String urn, String output, boolean whole, String asGiven) implements Part {}
}
