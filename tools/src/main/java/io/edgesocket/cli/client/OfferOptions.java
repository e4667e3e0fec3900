package io.edgesocket.cli.client;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.Expected.Origin;
import io.edgesocket.probe.Offer;
import io.edgesocket.probe.Target;
import io.edgesocket.probe.Token;
import io.edgesocket.probe.wire.Secrets;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a probe says in its handshakes, and what of it no output may have. */
final class OfferOptions {
    private static final int TOKEN_MIN = 8;

    private final UnaryOperator<String> variables;

    @Mixin
    private HandshakeOptions offered;

    @Option(
            names = "--token-env",
            paramLabel = "NAME",
            description =
                    "The environment variable that holds a client's token. A client without one must be refused then.")
    private Optional<String> tokenVariable;

    @Option(
            names = "--token-in",
            paramLabel = "PLACE:NAME",
            description = "Where the token is put: header:Authorization, query:token or subprotocol:jwt. "
                    + "Default: where the stack's authorizer looks, or header:Authorization.")
    private Optional<String> tokenPlace;

    /** @param variables the environment's; null for one that isn't set */
    OfferOptions(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    /** @param placed puts a token where none of these options says where it belongs */
    Offer offer(Function<String, Token> placed) {
        return new Offer(offered.headers(), offered.subprotocols(), token(placed));
    }

    private Optional<Token> token(Function<String, Token> placed) {
        if (tokenVariable.isEmpty() && tokenPlace.isPresent()) {
            throw new UsageException("--token-in needs --token-env, which names the variable that holds the token");
        }
        return tokenVariable
                .map(this::value)
                .map(value ->
                        tokenPlace.map(place -> TokenPlace.of(place, value)).orElseGet(() -> placed.apply(value)));
    }

    private String value(String variable) {
        return Optional.ofNullable(variables.apply(variable))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UsageException(
                        "--token-env " + variable + ": there is no such environment variable, or it is empty"));
    }

    /** The token, the values of secret headers, and the queries of addresses. */
    static Secrets secrets(Target target) {
        var addresses = Stream.concat(
                Stream.of(target.address()), target.expected().origin().stream().map(Origin::address));
        return Secrets.of(Stream.of(
                        target.offer().token().stream().map(Token::value),
                        target.offer().headers().stream().flatMap(HeaderOption::secrets),
                        addresses.flatMap(OfferOptions::parts))
                .flatMap(each -> each)
                .toList());
    }

    /** Of the query: the whole, and each value that is long enough to be a token. */
    private static Stream<String> parts(URI address) {
        return Optional.ofNullable(address.getRawQuery()).stream()
                .flatMap(query -> Stream.concat(
                        Stream.of(query), Stream.of(query.split("[&=]")).filter(part -> part.length() >= TOKEN_MIN)));
    }
}
