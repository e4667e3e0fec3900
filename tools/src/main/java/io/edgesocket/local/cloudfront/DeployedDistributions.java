package io.edgesocket.local.cloudfront;

import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.s3.Buckets;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import java.util.List;
import java.util.Optional;

/**
 * All distributions, as they were deployed last.
 *
 * @param hosts     under which names they may be called
 * @param all       one at least
 * @param notPlayed what is registered of CloudFront, but not played: a line each
 * @param buckets   what they read files from
 */
record DeployedDistributions(AllowedHosts hosts, List<Distribution> all, List<String> notPlayed, Buckets buckets) {
    DeployedDistributions {
        all = List.copyOf(all);
        notPlayed = List.copyOf(notPlayed);
    }

    /**
     * @param hosts   under which names they may be called, besides their own
     * @param options where on this machine is what their origins have at AWS
     * @throws RefusedStackException if the stack has no distribution, or one that AWS wouldn't take
     */
    static DeployedDistributions of(
            PlayedStack stack, EdgeFunctions functions, AllowedHosts hosts, EdgeOptions options) {
        var notPlayed = new NotPlayedLines();
        var reader = new DistributionReader(stack, functions, options, notPlayed);
        var all = reader.all();
        if (all.isEmpty()) {
            throw new RefusedStackException(
                    "the stack " + stack.name() + " has no CloudFront distribution" + whyNone(stack));
        }
        var own = all.stream()
                .flatMap(distribution -> distribution.hosts().stream())
                .toList();
        return new DeployedDistributions(hosts.and(own), all, notPlayed.lines(), reader.buckets());
    }

    private static String whyNone(PlayedStack stack) {
        return stack.ofType("edgesocket:aws:GuestRoutes").findAny().isEmpty()
                ? ""
                : "; its routes are for the API of another stack: to try them, add them to a WebSocketApi of a stack for "
                        + "development";
    }

    /**
     * The distribution that a request is for; the first if it is called by the name of none.
     *
     * @param host empty in some requests of HTTP/1.0
     */
    Distribution called(Optional<String> host) {
        return all.stream()
                .filter(distribution -> host.filter(distribution::isCalled).isPresent())
                .findFirst()
                .orElseGet(() -> all.get(0));
    }
}
