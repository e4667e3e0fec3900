package io.edgesocket.components.functions;

import com.pulumi.asset.Archive;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.enums.Runtime;
import java.util.Optional;

/** Code that is sent to Lambda in a package and runs on one of Lambda's runtimes. */
abstract sealed class PackagedCode extends FunctionCode permits JavaCode, BuiltJavaCode, ScriptCode {

    abstract Runtime runtime();

    abstract String handler();

    abstract Archive archive();

    @Override
    Optional<String> runtimeName() {
        return Optional.of(runtime().getValue());
    }

    @Override
    void addTo(FunctionArgs.Builder function) {
        function.code(archive()).handler(handler()).runtime(runtime());
    }
}
