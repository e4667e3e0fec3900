package io.edgesocket.settings.schema;

import java.util.function.Consumer;

/**
 * A text that is a secret if Pulumi says that its key holds one. Pulumi marks a whole top-level key: beside one secret
 * in {@code edgesocket:functions}, every environment variable there is treated as one. What else stands there, such as
 * {@code memory}, is plain to AWS all the same. A key that has no such text in it can't be a secret.
 */
public record ValueOrSecret(String text, boolean secret) {

    /** Hands it on: as plain text, or as what Pulumi is to keep secret. */
    public void give(Consumer<String> plain, Consumer<String> kept) {
        if (secret) {
            kept.accept(text);
        } else {
            plain.accept(text);
        }
    }

    @Override
    public String toString() {
        return secret ? "[secret]" : text;
    }
}
