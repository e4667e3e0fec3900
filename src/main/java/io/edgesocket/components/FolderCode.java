package io.edgesocket.components;

import com.pulumi.asset.Archive;
import com.pulumi.asset.FileArchive;
import com.pulumi.aws.lambda.enums.Runtime;
import java.nio.file.Path;

/** A folder of a language that Lambda runs from its sources. */
final class FolderCode extends FunctionCode {
    private final Runtime runtime;
    private final Path folder;
    private final String handler;

    FolderCode(Runtime runtime, Path folder, String handler) {
        this.runtime = runtime;
        this.folder = folder;
        this.handler = handler;
    }

    @Override
    Runtime runtime() {
        return runtime;
    }

    @Override
    String handler() {
        return handler;
    }

    @Override
    Archive archive() {
        return new FileArchive(folder.toString());
    }
}
