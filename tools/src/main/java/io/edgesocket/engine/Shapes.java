package io.edgesocket.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What the outputs of one resource look like. A program may split an endpoint or an ARN into parts, so these have
 * the same form as AWS's. Every other output is one plain word.
 */
final class Shapes {
    /** Not a real account, as a reader sees from the zeros. */
    static final String ACCOUNT = "000000000000";
    /** {@code apigatewayv2} in {@code aws:apigatewayv2/route:Route}. */
    private static final Pattern SERVICE = Pattern.compile("^[^:]*:([^/:]*).*$");

    private final String resource;
    private final String service;
    private final String region;

    Shapes(String urn, String region) {
        this.resource = Token.resource(urn);
        var types = resource.substring(0, resource.indexOf("::"));
        var type = types.substring(types.lastIndexOf('$') + 1);
        this.service = SERVICE.matcher(type).replaceFirst("$1");
        this.region = region;
    }

    String text(String path) {
        return switch (path) {
            case "apiEndpoint" -> "wss://" + id() + ".execute-api." + region + ".amazonaws.com";
            case "executionArn" -> arn("execute-api", id());
            case "invokeArn" ->
                "arn:aws:apigateway:" + region + ":lambda:path/2015-03-31/functions/" + text("arn") + "/invocations";
            case "qualifiedArn" -> text("arn") + ":1";
            case "domainName" -> service.equals("cloudfront") ? id() + ".cloudfront.net" : Token.of(resource, path);
            default ->
                path.equals("arn") || path.endsWith("Arn")
                        ? arn(service, Token.of(resource, path))
                        : Token.of(resource, path);
        };
    }

    int number(String path) {
        return Token.number(resource, path);
    }

    private String id() {
        return Token.of(resource, "id");
    }

    private String arn(String service, String name) {
        return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + name;
    }

    /**
     * A unique word or number. It is the same in every run and in every stack, so that plans can be compared.
     */
    static final class Token {
        static final String PATTERN = "standin[0-9a-f]{16}";
        private static final int LENGTH = 16;
        /** From 2,000,000,000 to the greatest int, written as an integer or as a double. */
        static final String NUMBER_PATTERN = "(?:2[01][0-9]{8}|2\\.[01][0-9]{0,8}E9)";

        private static final int FIRST_NUMBER = 2_000_000_000;
        private static final int NUMBERS = 147_000_000;

        private Token() {}

        /** The part of a URN that is the same in every stack: the types of the parents, the type and the name. */
        static String resource(String urn) {
            return urn.split("::", 3)[2];
        }

        static String of(String resource, String output) {
            return "standin" + HexFormat.of().formatHex(hash(resource, output)).substring(0, LENGTH);
        }

        /** Greater than the numbers in a real stack, such as ports, seconds and memory sizes. */
        static int number(String resource, String output) {
            return FIRST_NUMBER
                    + Math.floorMod(ByteBuffer.wrap(hash(resource, output)).getInt(), NUMBERS);
        }

        private static byte[] hash(String resource, String output) {
            try {
                return MessageDigest.getInstance("SHA-256")
                        .digest((resource + " " + output).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
