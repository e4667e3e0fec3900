package io.edgesocket.settings;

/** What Lambda@Edge runs. */
public enum EdgeRuntime {
    NODEJS("nodejs22.x"),
    PYTHON("python3.13");

    private final String value;

    EdgeRuntime(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }
}
