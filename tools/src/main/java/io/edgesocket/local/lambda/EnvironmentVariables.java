package io.edgesocket.local.lambda;

import java.util.Map;

/** Changes the environment variables that were registered into those that are right on this machine. */
@FunctionalInterface
public interface EnvironmentVariables {

    /** The variables as registered. */
    static EnvironmentVariables asRegistered() {
        return registered -> registered;
    }

    /**
     * Asked each time an environment starts, so an address may be told after the functions are made.
     *
     * @param registered the variables as registered, with stand-ins for what only AWS knows, and those that Lambda sets
     * @return the variables as the function is to see them
     */
    Map<String, String> variables(Map<String, String> registered);

    /** The names at AWS that lead to this machine. Asked as often. Default: none. */
    default LocalHosts hosts() {
        return LocalHosts.NONE;
    }
}
