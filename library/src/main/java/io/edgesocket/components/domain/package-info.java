/**
 * The names under which clients connect: an ACM certificate in us-east-1, and DNS records in Route 53.
 * A {@code WebSocketCdn} takes the certificate, and {@code AliasRecords} lead the names to it.
 * <pre>{@code
 * var certificate = new EdgeCertificate("certificate", EdgeCertificateArgs.builder()
 *         .names(List.of("ws.example.com")).usEast1(usEast1).build());
 * }</pre>
 */
package io.edgesocket.components.domain;
