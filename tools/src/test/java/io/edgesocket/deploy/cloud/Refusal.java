package io.edgesocket.deploy.cloud;

/** What AWS says no to, in its own words where they are known. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
