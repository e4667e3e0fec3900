package io.edgesocket.probe;

/** How sure it is that AWS does what a check expects. */
public enum Basis {
    /** An RFC demands it. */
    STANDARD("the RFC demands it"),
    /** AWS's page says so. */
    DOCUMENTED("documented"),
    /** Users saw it; AWS's pages don't say it. */
    SEEN("seen by users"),
    /** Nobody has told yet. */
    UNCONFIRMED("unconfirmed");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
