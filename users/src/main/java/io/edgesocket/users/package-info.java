/**
 * The functions that let clients in: one checks JSON Web Tokens, ready to use, the other that a client comes through the
 * CDN. They are deployed on their own, so they use Lambda's libraries, the JWT library and the JDK, and nothing else of
 * this project. They read their rules from their environment, where {@code io.edgesocket.components.api.JwtAuthorizer} and
 * {@code OriginGuard} put them.
 */
package io.edgesocket.users;
