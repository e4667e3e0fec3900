/**
 * TLS on this machine: a certificate for {@code localhost}, and who trusts it.
 *
 * <pre>{@code
 * var certificate = DevelopmentCertificate.get(System.getenv(), List.of("localhost", "127.0.0.1"));
 * System.out.println(certificate.trusted()); // what clients must trust, as a file
 * }</pre>
 */
package io.edgesocket.local.tls;
