package io.edgesocket.probe;

import io.edgesocket.probe.FirstHandshake.Answered;
import java.util.List;
import java.util.function.Function;

/** Whether CloudFront stands in front. */
record EdgeChecks(Observed observed) {

    static List<Check> of(Observed observed) {
        var checks = new EdgeChecks(observed);
        return List.of(
                new Check(
                        "edge.via",
                        "Via names CloudFront",
                        Pages.CF_HEADERS,
                        Basis.SEEN,
                        () -> checks.header("Via", "cloudfront")),
                new Check(
                        "edge.cache",
                        "X-Cache is CloudFront's, and the answer no copy",
                        Pages.CF_HEADERS,
                        Basis.SEEN,
                        checks::cache),
                new Check(
                        "edge.id",
                        "X-Amz-Cf-Id has the request's id",
                        Pages.CF_HEADERS,
                        Basis.SEEN,
                        () -> checks.header("X-Amz-Cf-Id", "")),
                new Check(
                        "edge.pop", "X-Amz-Cf-Pop names the edge location", Pages.CF_HEADERS, Basis.SEEN, checks::pop));
    }

    private Outcome header(String name, String part) {
        return behindCloudFront(answered -> answered.answer().lower(name).contains(part)
                        && answered.answer().header(name).isPresent()
                ? Outcome.passed(answered.answer().header(name).orElseThrow())
                : notBehind(answered, name));
    }

    private Outcome cache() {
        return behindCloudFront(answered -> {
            var value = answered.answer().lower("X-Cache");
            if (!value.contains("cloudfront")) {
                return notBehind(answered, "X-Cache");
            }
            return value.startsWith("hit") || value.startsWith("refreshhit")
                    ? Outcome.failed(
                            value,
                            "CloudFront caches this path, so that handshakes get the answer of others",
                            "give the behavior the cache policy CachingDisabled")
                    : Outcome.passed(value);
        });
    }

    private Outcome pop() {
        return observed.target().isLocal()
                ? Outcome.skipped("a local run is at no edge location")
                : header("X-Amz-Cf-Pop", "");
    }

    private Outcome behindCloudFront(Function<Answered, Outcome> look) {
        return observed.target().expected().cloudFront()
                ? observed.ifAnswered(look)
                : Outcome.skipped("no CloudFront is expected");
    }

    private static Outcome notBehind(Answered answered, String name) {
        var via = answered.answer().header(name);
        return Outcome.failed(
                via.map(value -> name + ": " + value).orElse("no " + name),
                "the address isn't behind CloudFront: the name leads to the API itself or to another proxy",
                "point the name's alias records to the distribution; if that is as you want it, give --no-cloudfront");
    }
}
