package io.edgesocket.local.lambda.code;

import java.io.IOException;
import java.net.URL;
import java.security.ProtectionDomain;

/** A folder or a jar with classes in it. */
sealed interface ClassLocation permits ClassFolder, ClassJar {
    /** @param file such as {@code io/edgesocket/handlers/EchoHandler.class} */
    boolean has(String file);

    byte[] read(String file) throws IOException;

    URL url(String file);

    /** Where classes from here say that they come from. */
    ProtectionDomain domain();
}
