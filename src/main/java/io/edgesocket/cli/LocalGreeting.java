package io.edgesocket.cli;

import io.edgesocket.local.LocalRun;
import io.edgesocket.local.edge.ServedDistribution;
import io.edgesocket.local.functions.LocalFunction;
import io.edgesocket.local.gateway.ServedStage;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person needs to know once a stack is being played. */
final class LocalGreeting {
    private LocalGreeting() {}

    static String of(String stack, String host, LocalRun run) {
        var address = run.edge();
        var lines = Stream.of(
                Stream.of("edgesocket " + stack + " on " + host + "; Ctrl-C ends it", ""),
                run.distributions().stream().map(distribution -> distribution(distribution, address)),
                run.stages().stream().flatMap(LocalGreeting::stage),
                run.functions().stream().map(LocalGreeting::function),
                run.notPlayed().stream().map(line -> "not played     " + line),
                Stream.of("", "Try it: ./edgesocket connect " + address + " --send 'hello'", ""));
        return lines.flatMap(part -> part).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String distribution(ServedDistribution distribution, URI address) {
        return "CloudFront     " + address + "  " + distribution.name() + ", " + String.join(" ", distribution.paths());
    }

    private static Stream<String> stage(ServedStage stage) {
        return Stream.of(
                "API Gateway    " + stage.client() + "  " + stage.api() + ", stage " + stage.stage(),
                "@connections   " + stage.management());
    }

    private static String function(LocalFunction function) {
        return "function       " + function.name() + ", "
                + function.unplayable().map(why -> "not played: " + why).orElseGet(function::runtime);
    }
}
