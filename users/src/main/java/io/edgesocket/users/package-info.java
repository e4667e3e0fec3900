/**
 * The functions that decide which clients may connect. One checks JSON Web Tokens; the other checks that a client comes
 * through the CDN. Each is deployed alone, so it uses Lambda's libraries, the JWT library and the JDK, and nothing else
 * of this project. They read their rules from environment variables, which
 * {@code io.edgesocket.components.authorization.JwtAuthorizer} and {@code OriginGuard} set.
 */
package io.edgesocket.users;
