package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Refusal;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Explains why there is no answer from an origin. */
final class OriginFailure {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private OriginFailure() {}

    /**
     * CloudFront tries again if there was no connection. If there was no answer in time, it tries again for GET and
     * HEAD only.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html">
     *      Origin response timeout</a>
     */
    static boolean isWorthAnotherAttempt(EdgeRequest request, Throwable failure) {
        return isNoConnection(Causes.of(failure))
                || Causes.of(failure) instanceof TimeoutException && READS.contains(request.method());
    }

    private static boolean isNoConnection(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof SocketTimeoutException;
    }

    /** The status that an origin group must name for this to be a reason to ask its second origin. */
    static int failoverStatus(Throwable failure) {
        return Causes.of(failure) instanceof TimeoutException ? 504 : 503;
    }

    static Refusal explain(OriginTarget origin, Throwable failure) {
        var cause = Causes.of(failure);
        if (cause instanceof SocketTimeoutException) {
            return gone(
                    504,
                    "no connection to " + origin.address() + " within "
                            + origin.connectionTimeout().toSeconds() + " s",
                    "see that the address can be reached from here");
        }
        if (cause instanceof TimeoutException) {
            return gone(
                    504,
                    origin.address() + " didn't answer within "
                            + origin.readTimeout().toSeconds() + " s",
                    "make the origin faster, or its read timeout longer (WebSocketOrigin.readTimeout)");
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return gone(
                    502,
                    "the name " + origin.domainName() + " can't be found",
                    "an origin's name is known to DNS; one that AWS makes up in the deployment isn't yet");
        }
        if (cause instanceof SSLException) {
            return gone(
                    502,
                    "no TLS with " + origin.address() + ": " + cause.getMessage(),
                    "the origin needs a certificate for " + origin.domainName() + " from an authority that is trusted");
        }
        return gone(
                502,
                "no connection to " + origin.address() + ": " + cause,
                "see that the origin runs, and listens on port " + origin.port());
    }

    private static Refusal gone(int status, String because, String fix) {
        return new Refusal(
                status,
                because,
                fix,
                CloudFrontGuide.page(status == 504 ? "http-504-gateway-timeout" : "http-502-bad-gateway"));
    }
}
