package io.edgesocket.probe;

import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Hosts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is probed, and how far.
 *
 * @param address  {@code wss://…}, or {@code ws://…} on this machine
 * @param messages are sent one after another
 * @param limits   whether API Gateway's limits are tried, which sends messages of up to 128 KB
 * @param idle     after how long a silent connection must be closed; empty if that isn't waited for
 */
public record Target(
        URI address, Expected expected, Offer offer, List<Message> messages, boolean limits, Optional<Duration> idle) {
    public Target {
        messages = List.copyOf(messages);
    }

    /** An address behind CloudFront of which nothing more is known. */
    public static Target of(URI address) {
        return new Target(address, Expected.CLOUDFRONT, Offer.NOTHING, List.of(), false, Optional.empty());
    }

    public Target expecting(Expected stack) {
        return new Target(address, stack, offer, messages, limits, idle);
    }

    public Target offering(Offer other) {
        return new Target(address, expected, other, messages, limits, idle);
    }

    public Target sending(List<Message> others) {
        return new Target(address, expected, offer, others, limits, idle);
    }

    public Target withLimits() {
        return new Target(address, expected, offer, messages, true, idle);
    }

    public Target withIdle(Duration after) {
        return new Target(address, expected, offer, messages, limits, Optional.of(after));
    }

    boolean isSecure() {
        return Client.isSecure(address);
    }

    /** Whether it is this machine, where {@code edgesocket local} plays a stack. */
    boolean isLocal() {
        return Hosts.isHere(address);
    }

    String host() {
        return Client.host(address);
    }

    boolean isName() {
        return !host().contains(":") && !host().matches("[0-9.]+");
    }

    /** Another path of the same host. */
    URI at(String path) {
        var text = address.getScheme() + "://" + address.getRawAuthority();
        return URI.create(text + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path);
    }

    /** The address as it is shown: a query may have a token. */
    URI withoutQuery() {
        return at(Optional.ofNullable(address.getRawPath()).orElse(""));
    }

    /** The address's own path, without a slash at its end. */
    String path() {
        return Optional.ofNullable(address.getRawPath()).orElse("").replaceAll("/+$", "");
    }
}
