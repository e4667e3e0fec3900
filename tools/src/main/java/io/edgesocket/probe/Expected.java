package io.edgesocket.probe;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the stack behind an address is.
 *
 * @param cloudFront whether CloudFront is in front
 * @param ipv6       whether it has IPv6
 * @param plainHttp  what it does with {@code http://}; empty if that isn't known
 * @param origin     the API's own address; empty if that isn't known
 * @param paths      further paths on which a WebSocket is
 */
public record Expected(
        boolean cloudFront, boolean ipv6, Optional<PlainHttp> plainHttp, Optional<Origin> origin, List<String> paths) {
    /** CloudFront with IPv6, and nothing more is known. */
    public static final Expected CLOUDFRONT = new Expected(true, true, Optional.empty(), Optional.empty(), List.of());

    /** Whatever it is, without CloudFront. */
    public static final Expected UNKNOWN = new Expected(false, false, Optional.empty(), Optional.empty(), List.of());

    public Expected {
        paths = List.copyOf(paths);
    }

    /** CloudFront's viewer protocol policy. */
    public enum PlainHttp {
        REDIRECTED,
        REFUSED,
        ALLOWED
    }

    /**
     * The API's own address.
     *
     * @param address   such as {@code wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live}
     * @param guarded   whether it must refuse clients that don't come through CloudFront
     * @param keyHeader in which CloudFront sends its key
     */
    public record Origin(URI address, boolean guarded, String keyHeader) {}
}
