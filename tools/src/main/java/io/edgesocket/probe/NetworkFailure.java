package io.edgesocket.probe;

import io.edgesocket.probe.wire.UnreachableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What a failure of the network is called. */
final class NetworkFailure {
    private NetworkFailure() {}

    static String words(IOException failure) {
        if (failure instanceof UnreachableException unreachable) {
            return words(unreachable.getCause());
        }
        if (failure instanceof UnknownHostException) {
            return "there is no host of this name";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "nothing listens there (" + failure.getMessage() + ")";
        }
        if (failure instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof SSLException) {
            return "no TLS connection (" + failure.getMessage() + ")";
        }
        return String.valueOf(failure.getMessage());
    }
}
