package io.edgesocket.components;

import com.pulumi.asset.Archive;
import com.pulumi.aws.lambda.enums.Runtime;
import java.nio.file.Path;

/** What a {@link LambdaFunction} runs. */
public abstract sealed class FunctionCode permits JavaCode, FolderCode {
    FunctionCode() {}

    /** A compiled handler class of this project, with the other classes of its package and their libraries. */
    public static FunctionCode java(Class<?> handler) {
        return new JavaCode(handler);
    }

    /** A folder of JavaScript. */
    public static FunctionCode nodejs(Path folder, String handler) {
        return new FolderCode(Runtime.NodeJS22dX, folder, handler);
    }

    /** A folder of Python. */
    public static FunctionCode python(Path folder, String handler) {
        return new FolderCode(Runtime.Python3d13, folder, handler);
    }

    abstract Runtime runtime();

    abstract String handler();

    abstract Archive archive();
}
