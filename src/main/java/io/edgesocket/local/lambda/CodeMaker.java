package io.edgesocket.local.lambda;

import java.util.function.Function;

/** Makes environments of code that may change. */
record CodeMaker(DeployedCode code, Function<Environment.Owner, Environment> making) implements Environment.Maker {

    @Override
    public Environment make(Environment.Owner owner) {
        return making.apply(owner);
    }

    @Override
    public long version() {
        return code.version();
    }
}
