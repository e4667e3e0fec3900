package io.edgesocket.local.journal;

/**
 * A handshake, message or call that was refused, and why. The client gets AWS's own bytes; this is for the operator.
 *
 * @param status  the HTTP status, or the close code
 * @param because what was found
 * @param fix     what most likely mends it
 * @param source  the AWS page that says so; empty where only users have seen it
 */
public record Refusal(int status, String because, String fix, String source) {

    /** {@code 403: the viewer's Host reached API Gateway — remove Host from the origin request policy}. */
    public String line() {
        return status + ": " + because + " — " + fix;
    }
}
