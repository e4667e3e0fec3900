package io.edgesocket.local.journal;

/**
 * A handshake, message or call that was refused, and why. The client gets AWS's own bytes; this is for the person who
 * runs it.
 *
 * @param status  the HTTP status, or the close code
 * @param because what was found
 * @param fix     what most likely solves it
 * @param source  the AWS page that says so; empty where AWS has no such page
 */
public record Refusal(int status, String because, String fix, String source) {

    /** What this program couldn't do, through no fault of the client. */
    public static Refusal ofMistake(int status, Throwable mistake) {
        return new Refusal(
                status,
                "a mistake in edgesocket: " + mistake,
                "please report it, with this line and what ./edgesocket --version prints",
                "");
    }

    /** {@code 403: stage live has no deployment — give the Stage a deploymentId, or autoDeploy}. */
    public String line() {
        return status + ": " + because + " — " + fix;
    }
}
