package io.edgesocket.local.journal;

import java.io.PrintWriter;

/** For programs and for files: an {@link EventJson} a line, without secrets. */
public record JsonJournal(PrintWriter out) implements Journal {
    @Override
    public boolean listening() {
        return true;
    }

    @Override
    public void add(Event event) {
        var line = EventJson.of(event.withoutSecrets());
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
