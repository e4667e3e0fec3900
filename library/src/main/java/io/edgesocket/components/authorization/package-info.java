/**
 * Who may connect to a WebSocket API: an authorizer decides by a Lambda function, and an {@code OriginGuard} lets in only
 * what comes through CloudFront. What is made here is handed to the API, which asks for it at {@code $connect}.
 * <pre>{@code
 * var users = JwtAuthorizer.builder().issuer("https://auth.example.com").audiences(List.of("chat")).build();
 * var connect = Route.to(sessions).requiring(users.authorizer("users", function));
 * }</pre>
 */
package io.edgesocket.components.authorization;
