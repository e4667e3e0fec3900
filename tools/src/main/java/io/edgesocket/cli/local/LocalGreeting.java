package io.edgesocket.cli.local;

import io.edgesocket.local.LocalRun;
import io.edgesocket.local.ServedTables;
import io.edgesocket.local.apigateway.ServedStage;
import io.edgesocket.local.cloudfront.ServedDistribution;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.tls.DevelopmentCertificate;
import io.edgesocket.text.Printable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@code local} prints for people when it has started. */
public final class LocalGreeting {
    private LocalGreeting() {}

    /**
     * @param host where it listens
     * @param console the address of its page; empty without {@code --console}
     */
    public static String of(String stack, String host, LocalRun run, Optional<String> console) {
        var address = run.edge();
        var lines = Stream.of(
                Stream.of("edgesocket " + stack + " on " + host + "; Ctrl-C ends it", ""),
                distributions(run.distributions(), address),
                run.tls().stream().map(LocalGreeting::certificate),
                run.stages().stream().flatMap(LocalGreeting::stage),
                run.tables().stream().map(LocalGreeting::tables),
                run.functions().stream().map(LocalGreeting::function),
                console.stream().map(page -> "console        " + page),
                run.sdks().stream().map(line -> "AWS SDK        " + line),
                run.notPlayed().stream().map(line -> "not played     " + line),
                Stream.of("", "Try it: ./edgesocket connect " + run.socket() + " --send 'hello'", ""));
        return lines.flatMap(part -> part).map(Printable::of).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The first distribution gets each request whose {@code Host} is none of the others. */
    private static Stream<String> distributions(List<ServedDistribution> all, URI address) {
        return IntStream.range(0, all.size())
                .mapToObj(index -> distribution(all.get(index), address)
                        + (index == 0 ? "" : "; with Host: " + host(all.get(index))));
    }

    private static String distribution(ServedDistribution distribution, URI address) {
        return "CloudFront     " + address + distribution.socketPath() + "  " + distribution.name() + ", "
                + String.join(" ", distribution.paths());
    }

    private static String certificate(DevelopmentCertificate tls) {
        return "TLS            clients must trust " + tls.trusted()
                + (tls.mkcert()
                        ? ", mkcert's authority: `mkcert -install` tells browsers"
                        : "; NODE_EXTRA_CA_CERTS=that file tells Node.js");
    }

    /** An alias if there is one: it is easier to read than the stand-in for the name from AWS. */
    private static String host(ServedDistribution distribution) {
        return distribution.hosts().stream()
                .skip(1)
                .filter(alias -> !alias.startsWith("*"))
                .findFirst()
                .orElseGet(() -> distribution.hosts().get(0));
    }

    private static Stream<String> stage(ServedStage stage) {
        return Stream.of(
                "API Gateway    " + stage.client() + "  " + stage.api() + ", stage " + stage.stage(),
                "@connections   " + stage.management());
    }

    private static String tables(ServedTables tables) {
        return "DynamoDB       " + tables.address() + "  " + String.join(", ", tables.names())
                + (tables.inMemory() ? ", in memory" : ": must be there");
    }

    private static String function(LocalFunction function) {
        return "function       " + function.name() + ", "
                + function.unplayable()
                        .map(why -> "not played: " + why)
                        .orElseGet(() -> function.runtime()
                                + function.debugger()
                                        .map(each -> "; debugger: " + each)
                                        .orElse(""));
    }
}
