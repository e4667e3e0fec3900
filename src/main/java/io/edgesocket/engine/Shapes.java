package io.edgesocket.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the outputs of one resource look like. A program may take an endpoint or an ARN apart, so those have the
 * shape that AWS gives them; anything else is a plain word.
 */
final class Shapes {
    /** No account: the digits say so. */
    static final String ACCOUNT = "000000000000";

    private final String resource;
    private final String service;
    private final String region;

    Shapes(String urn, String region) {
        this.resource = Token.resource(urn);
        var type = resource.substring(0, resource.indexOf("::"));
        this.service = type.replaceAll("^[^:]*:([^/:]*).*$", "$1");
        this.region = region;
    }

    String text(String path) {
        var id = Token.of(resource, "id");
        return switch (path) {
            case "apiEndpoint" -> "wss://" + id + ".execute-api." + region + ".amazonaws.com";
            case "executionArn" -> arn("execute-api", id);
            case "invokeArn" -> "arn:aws:apigateway:" + region + ":lambda:path/2015-03-31/functions/"
                    + text("arn") + "/invocations";
            case "qualifiedArn" -> text("arn") + ":1";
            case "domainName" -> service.equals("cloudfront") ? id + ".cloudfront.net" : Token.of(resource, path);
            default -> path.equals("arn") || path.endsWith("Arn")
                    ? arn(service, Token.of(resource, path))
                    : Token.of(resource, path);
        };
    }

    private String arn(String service, String name) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + name;
    }

    /** A word that nothing else contains; the same in every run and in every stack, so that plans can be compared. */
    static final class Token {
        static final String PATTERN = "standin[0-9a-f]{16}";
        private static final int LENGTH = 16;

        private Token() {}

        /** A resource as tokens know it: its type and name, in any stack and under any parent. */
        static String resource(String urn) {
            var parts = urn.split("::", 4);
            return parts[2].substring(parts[2].lastIndexOf('$') + 1) + "::" + parts[3];
        }

        static String of(String resource, String output) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                var hash = digest.digest((resource + " " + output).getBytes(StandardCharsets.UTF_8));
                return "standin" + HexFormat.of().formatHex(hash).substring(0, LENGTH);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
