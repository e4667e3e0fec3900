package io.edgesocket.probe;

import io.edgesocket.probe.wire.Handshake;
import io.edgesocket.probe.wire.Header;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client says in its handshake.
 *
 * @param subprotocols in order of preference
 */
public record Offer(List<Header> headers, List<String> subprotocols, Optional<Token> token) {
    /** Nothing but what each handshake has. */
    public static final Offer NOTHING = new Offer(List.of(), List.of(), Optional.empty());

    public Offer {
        headers = List.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
    }

    Offer withoutToken() {
        return new Offer(headers, subprotocols, Optional.empty());
    }

    /** All that is offered, with a token that travels as one of them. */
    List<String> offered() {
        var all = new ArrayList<>(subprotocols);
        in(Token.Place.subprotocol).ifPresent(each -> all.add(each.name() + "." + each.value()));
        return all;
    }

    Handshake handshake(URI address) {
        var all = new ArrayList<>(headers);
        in(Token.Place.header).ifPresent(each -> all.add(new Header(each.name(), each.headerValue())));
        return Handshake.of(
                in(Token.Place.query).map(each -> each.inQuery(address)).orElse(address), all, offered());
    }

    private Optional<Token> in(Token.Place place) {
        return token.filter(each -> each.place() == place);
    }
}
