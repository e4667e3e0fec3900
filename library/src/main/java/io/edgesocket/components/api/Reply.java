package io.edgesocket.components.api;

/**
 * What of the answer goes back to the client as a message.
 *
 * @param templates made of the answer of an integration that is no proxy; none to pass it on as it is
 */
record Reply(boolean isSent, Templates templates) {
    static final Reply NONE = new Reply(false, Templates.NONE);
    static final Reply AS_IT_IS = new Reply(true, Templates.NONE);

    static Reply of(String template) {
        return new Reply(true, Templates.of(template));
    }
}
