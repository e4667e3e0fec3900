package io.edgesocket.probe.protocol;

import java.util.List;

/**
 * What is sent over a new connection, and what must come.
 *
 * @param kind    what it is a case of
 * @param sent    written one after another
 * @param verdict what must come
 */
record Case(Kind kind, String name, List<byte[]> sent, Verdict verdict) {
    Case(Kind kind, String name, Verdict verdict, byte[]... sent) {
        this(kind, name, List.of(sent), verdict);
    }

    @Override
    public String toString() {
        return kind.words() + ": " + name;
    }
}
