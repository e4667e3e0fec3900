package io.edgesocket.settings;

import com.pulumi.core.Output;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.settings.schema.Location;
import java.util.Optional;

/**
 * Finds whatever the distribution would refuse of a stack's settings, by the keys that stand there. The distribution comes
 * last: by the time it refused something itself, an API might be deployed already.
 */
record DistributionChecks(Settings settings, Location root) {
    private static final String CDN = Settings.NAMESPACE + ":cdn";

    void run() {
        var anyOrigin =
                WebSocketOrigin.of(Output.of("example.com"), settings.stage().name());
        var anyCertificate = Optional.of(Output.of("any"));
        ComponentProblems.ofDistribution(
                settings.cdn(anyOrigin, anyCertificate, new UsEast1()).build().problems("cdn"), root);
        token();
        guard();
    }

    /** Where users' tokens travel must be forwarded. */
    private void token() {
        settings.users()
                .flatMap(rules -> rules.token().queryString())
                .filter(name -> !settings.cdn().queryStrings().contains(name))
                .ifPresent(name -> root.key(CDN)
                        .key("queryStrings")
                        .add("without " + name + ", which edgesocket:users finds there", "add it, or forward all"));
    }

    private void guard() {
        settings.originGuard()
                .filter(guard -> settings.cdn().headers().stream().anyMatch(guard.header()::equalsIgnoreCase))
                .ifPresent(
                        guard -> root.key(CDN)
                                .key("headers")
                                .add(
                                        guard.header(),
                                        "leave it out: the guard's key is sent there, and CloudFront takes no header that is both"));
    }
}
