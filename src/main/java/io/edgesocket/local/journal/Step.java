package io.edgesocket.local.journal;

/** Where on its way a handshake or a message is, in the order of the way. */
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
    ANSWER,
    MANAGEMENT,
    CLOSE,
    ACCESS_LOG
}
