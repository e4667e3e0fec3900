package io.edgesocket.local.cloudfront;

/** A query string parameter, a cookie or a header. */
record NameValue(String name, String value) {

    static NameValue parse(String pair) {
        var equals = pair.indexOf('=');
        return equals < 0
                ? new NameValue(pair, "")
                : new NameValue(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** As it stands in a URL or in a {@code Cookie} header. */
    @Override
    public String toString() {
        return value.isEmpty() ? name : name + "=" + value;
    }
}
