package io.edgesocket.components;

/**
 * One thing that is wrong with what a user wrote.
 *
 * @param property where it stands, as the user would write it: {@code routes.ping.timeout}
 * @param given    what was found; never a secret's value
 * @param allowed  what may stand there, or what to do instead
 */
public record Problem(String property, String given, String allowed) {
    @Override
    public String toString() {
        return property + ": " + given + "; " + allowed;
    }
}
