package io.edgesocket.local.journal;

/** The steps that a handshake or a message goes through, in their order; then what happens to the whole stack. */
public enum Step {
    VIEWER_REQUEST,
    EDGE_FUNCTION,
    ORIGIN_REQUEST_POLICY,
    ORIGIN_REQUEST,
    STAGE,
    MESSAGE,
    AUTHORIZER,
    API_KEY,
    ROUTE,
    INTEGRATION,
    FUNCTION,
    /** A line that a function printed while it was called. */
    LOG,
    ANSWER,
    MANAGEMENT,
    CLOSE,
    ACCESS_LOG,
    /** The stack was changed while it is played. */
    RELOAD
}
