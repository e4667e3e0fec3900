package io.edgesocket.probe;

import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Hosts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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
    public record Origin(URI address, boolean guarded, String keyHeader) {
        private static final Pattern EXECUTE_API = Pattern.compile(".*\\.execute-api\\..*\\.amazonaws\\.com(\\.cn)?");
        private static final Pattern STAGE = Pattern.compile("/[^/]+/?");

        /**
         * Whether there can be a stage: the path of an execute-api address is the stage's name alone, and so is that of a local
         * run. A name of the API's own may be of a stage without any path.
         *
         * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api.html">
         *     Invoke WebSocket APIs</a>
         */
        boolean isOfStage() {
            var hasStageInPath = Hosts.isHere(address)
                    || EXECUTE_API
                            .matcher(Client.host(address).toLowerCase(Locale.ROOT))
                            .matches();
            return !hasStageInPath || STAGE.matcher(address.getPath()).matches();
        }
    }
}
