package io.edgesocket.components;

import com.pulumi.asset.Archive;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.aws.lambda.enums.Runtime;
import java.util.Map;

/** A handler class of this project, as Maven compiled it. */
final class JavaCode extends FunctionCode {
    private final Class<?> handlerClass;

    JavaCode(Class<?> handlerClass) {
        this.handlerClass = handlerClass;
    }

    @Override
    Runtime runtime() {
        return Runtime.Java21;
    }

    @Override
    String handler() {
        return handlerClass.getName();
    }

    @Override
    Archive archive() {
        var folder = handlerClass.getPackageName().replace('.', '/');
        return new AssetArchive(Map.of(
                folder, new FileArchive("target/classes/" + folder),
                "lib", new FileArchive("target/function/lib")));
    }
}
