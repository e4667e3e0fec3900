package io.edgesocket.deploy.cloud;

/** The two parts of a resource's URN that a provider looks at. */
record Urn(ResourceType type, String name) {
    static Urn of(String urn) {
        var parts = urn.split("::", 4);
        var types = parts[2];
        return new Urn(ResourceTypes.of(types.substring(types.lastIndexOf('$') + 1)), parts[3]);
    }
}
