package io.edgesocket.local.journal;

/** Each event goes to both. The first gets those alone that it listens for itself; the second gets all that are made. */
public record TwoJournals(Journal first, Journal second) implements Journal {
    @Override
    public boolean listening() {
        return first.listening() || second.listening();
    }

    @Override
    public boolean listening(Step step) {
        return first.listening(step) || second.listening(step);
    }

    @Override
    public boolean detailed() {
        return first.detailed() || second.detailed();
    }

    @Override
    public void add(Event event) {
        if (first.listening()) {
            first.add(event);
        }
        second.add(event);
    }
}
