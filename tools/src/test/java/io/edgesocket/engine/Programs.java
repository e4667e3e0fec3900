package io.edgesocket.engine;

import com.pulumi.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs small programs, and says what they registered. */
final class Programs {
    private static final Map<String, String> IRELAND = Map.of("aws:region", "eu-west-1");

    private Programs() {}

    static Registrations run(Consumer<Context> program) {
        return run(IRELAND, Set.of(), program);
    }

    static Registrations run(Map<String, String> config, Set<String> secretKeys, Consumer<Context> program) {
        return Engine.run(new StackConfig("shop", "dev", config, secretKeys), program);
    }

    static Registration resource(Registrations registrations, String name) {
        return registrations.resources().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Value input(Registrations registrations, String name, String input) {
        return resource(registrations, name).inputs().values().get(input);
    }

    /** Text as a person reads it: {@code <name.output>} for a reference. */
    static String text(Value value) {
        return ((Value.Text) value).parts().stream().map(Programs::text).collect(Collectors.joining());
    }

    private static String text(Value.Part part) {
        if (part instanceof Value.Reference reference) {
            var name = reference.urn().substring(reference.urn().lastIndexOf(':') + 1);
            return "<" + (reference.whole() ? "" : "part of ") + name + "." + reference.output() + ">";
        }
        return ((Value.Literal) part).text();
    }

    static List<String> texts(Value value) {
        return ((Value.Items) value).values().stream().map(Programs::text).toList();
    }
}
