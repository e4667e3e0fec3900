/**
 * The function that lets users in: a Lambda authorizer that checks JSON Web Tokens, ready to use. It is deployed on its
 * own, so it uses Lambda's libraries, the JWT library and the JDK, and nothing else of this project. It reads its rules
 * from its environment, where {@code io.edgesocket.components.JwtAuthorizer} puts them.
 */
package io.edgesocket.users;
