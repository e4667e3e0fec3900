package io.edgesocket.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated plans. */
public final class PlanArbitraries {
    private static final List<String> TYPES = List.of(
            Plans.API,
            Plans.ROUTE,
            Plans.ROLE_POLICY,
            Plans.DISTRIBUTION,
            Plans.DEPLOYMENT,
            "aws:lambda/permission:Permission",
            "edgesocket:aws:WebSocketApi",
            "pulumi:providers:aws",
            TypeName.STACK);
    private static final List<String> AWKWARD = List.of(
            "",
            "|",
            "`",
            "``` ",
            "\\",
            "\"",
            "</details>",
            "<!--",
            "-->",
            "\u001b[31m",
            "\u202e",
            "\n",
            "\r\n# x",
            "$${",
            "${",
            "${a.id}",
            "${a.b.c*}",
            "[secret]",
            "{\"a\": [1, {}]}",
            "{\"a\":[1,{}]}",
            "[1, 2",
            "\ud800",
            "😀",
            "a::b",
            "::");

    private PlanArbitraries() {}

    /** Plans as the program makes them: a name says which resource it is, its type and its parent. */
    public static Arbitrary<Plan> orderly() {
        var parts = IntStream.range(0, 8).mapToObj(PlanArbitraries::orderly).toList();
        return Combinators.combine(
                        Arbitraries.of("dev", "prod"),
                        Combinators.combine(parts).as(PlanArbitraries::present),
                        object(2))
                .as((stack, resources, outputs) -> new Plan(
                        "edgesocket",
                        stack,
                        resources.stream()
                                .map(resource -> resource.planned(stack))
                                .toList(),
                        outputs));
    }

    private static Arbitrary<Optional<Plans.Resource>> orderly(int number) {
        var resource = Plans.Resource.of(TYPES.get(number % 7), "r" + number);
        return Combinators.combine(
                        object(2),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 7).set().ofMaxSize(3))
                .as((inputs, guarded, needs) -> new Plans.Resource(
                        resource.type(),
                        resource.name(),
                        resource.parent(),
                        resource.provider(),
                        guarded,
                        List.of(),
                        List.of(),
                        needs.stream()
                                .sorted()
                                .map(n -> TYPES.get(n % 7) + "::r" + n)
                                .sorted()
                                .toList(),
                        inputs))
                .optional(0.7);
    }

    private static List<Plans.Resource> present(List<Optional<Plans.Resource>> resources) {
        return resources.stream().flatMap(Optional::stream).toList();
    }

    /** Anything that can be written in a plan's file, however little sense it makes. */
    public static Arbitrary<Plan> any() {
        return Combinators.combine(
                        words(),
                        words(),
                        resource().list().ofMaxSize(12).uniqueElements(PlannedResource::urn),
                        object(3))
                .as(Plan::new);
    }

    private static Arbitrary<PlannedResource> resource() {
        var urns = Arbitraries.oneOf(
                words(),
                Arbitraries.integers()
                        .between(0, 9)
                        .map(n -> "urn:pulumi:dev::edgesocket::" + Plans.ROUTE + "::r" + n));
        return Combinators.combine(
                        urns,
                        Arbitraries.oneOf(Arbitraries.of(TYPES), words()),
                        words(),
                        urns.optional(),
                        Combinators.combine(
                                        Arbitraries.of(true, false), Arbitraries.of(true, false), words().optional())
                                .as(Options::new),
                        urns.list().ofMaxSize(2),
                        urns.list().ofMaxSize(3),
                        object(3))
                .as((urn, type, name, parent, options, aliases, dependsOn, inputs) -> new PlannedResource(
                        urn,
                        type,
                        name,
                        options.custom(),
                        parent,
                        options.provider(),
                        options.guarded(),
                        false,
                        false,
                        aliases,
                        List.of(),
                        dependsOn,
                        inputs));
    }

    private record Options(boolean custom, boolean guarded, Optional<String> provider) {}

    private static Arbitrary<ObjectNode> object(int depth) {
        var names = Arbitraries.oneOf(
                text(),
                Arbitraries.of("policy", "triggers", "routeKey", "aliases", "a", "b", "a.b", "application/json"));
        return Arbitraries.maps(names, value(depth)).ofMaxSize(4).map(fields -> {
            var object = JsonNodeFactory.instance.objectNode();
            fields.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> value(int depth) {
        var single = Arbitraries.<JsonNode>oneOf(
                text().map(TextNode::valueOf),
                Arbitraries.integers().map(IntNode::valueOf),
                Arbitraries.of(true, false).map(BooleanNode::valueOf),
                Arbitraries.doubles().between(-1e6, 1e6).map(DoubleNode::valueOf),
                Arbitraries.just(NullNode.getInstance()));
        return depth == 0
                ? single
                : Arbitraries.oneOf(single, object(depth - 1).map(object -> object), items(depth - 1));
    }

    private static Arbitrary<JsonNode> items(int depth) {
        return Arbitraries.lazyOf(() -> value(depth))
                .list()
                .ofMaxSize(4)
                .map(items -> JsonNodeFactory.instance.arrayNode().addAll(items));
    }

    private static Arbitrary<String> words() {
        return text().filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(AWKWARD),
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of(AWKWARD).list().ofMaxSize(4).map(parts -> String.join("x", parts)));
    }
}
