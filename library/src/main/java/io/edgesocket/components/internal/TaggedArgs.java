package io.edgesocket.components.internal;

import java.util.Map;
import java.util.Optional;

/** The arguments of a component that makes something which AWS has tags for. */
public abstract class TaggedArgs extends ComponentArgs {
    /** Never an empty map. */
    public final Optional<Map<String, String>> tags;

    protected TaggedArgs(String component, Builder<?> from) {
        super(component, from);
        tags = from.tags;
    }

    @Override
    protected final void checkTags(Problems problems) {
        tags.ifPresent(given -> TagChecks.check(problems, given));
    }

    /** @param <B> the builder itself, which each of its methods gives back */
    public abstract static class Builder<B extends Builder<B>> extends ComponentArgs.Builder<B> {
        private Optional<Map<String, String>> tags = Optional.empty();

        protected Builder() {}

        protected Builder(TaggedArgs from) {
            super(from);
            tags = from.tags;
        }

        /** Tags of all that is made, where AWS has tags. Default: none. */
        public final B tags(Map<String, String> tags) {
            this.tags = Optional.of(Map.copyOf(tags)).filter(copied -> !copied.isEmpty());
            return self();
        }
    }
}
