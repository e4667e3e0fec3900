package io.edgesocket.settings;

import com.pulumi.core.Output;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.settings.schema.Location;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds whatever the distribution would refuse of a stack's settings, by the keys that stand there. The distribution comes
 * last: by the time it refused something itself, an API might be deployed already.
 */
record DistributionChecks(Settings settings, Location root) {
    private static final String CDN = Settings.NAMESPACE + ":cdn";
    private static final Pattern HEADER_OF_PATH = Pattern.compile("paths\\.(?<prefix>/.*)\\.header\\.[^.]+");

    void run() {
        var anyOrigin =
                WebSocketOrigin.of(Output.of("example.com"), settings.stage().name());
        var anyCertificate = Optional.of(Output.of("any"));
        settings.cdn(anyOrigin, anyCertificate, new UsEast1())
                .problems("cdn")
                .forEach(problem -> at(problem.property()).add(problem.given(), problem.allowed()));
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

    /**
     * The distribution's arguments are named as in {@code edgesocket:cdn}, or as a key beside it; the header of a path is the
     * one that its key is sent in.
     */
    private Location at(String argument) {
        var path = HEADER_OF_PATH.matcher(argument);
        if (path.matches()) {
            return root.key(Settings.NAMESPACE + ":paths")
                    .usersKey(path.group("prefix"))
                    .key("sentIn");
        }
        var steps = argument.split("\\.");
        var beside = Settings.NAMESPACE + ":" + steps[0];
        var place = Settings.SHAPE.field(beside).isPresent()
                ? root.key(beside)
                : root.key(CDN).key(steps[0]);
        return Stream.of(steps).skip(1).reduce(place, Location::key, (one, other) -> other);
    }
}
