package io.edgesocket.local.apigateway.stage;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Ids that look like those of API Gateway: {@code L0SM9cOFvHcCIhw=}. They are unique, and no secret. */
public final class Ids {
    private static final int BYTES = 11;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{15}=");

    private Ids() {}

    public static String next() {
        var bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    public static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }
}
