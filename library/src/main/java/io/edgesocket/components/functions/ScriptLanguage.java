package io.edgesocket.components.functions;

import com.pulumi.aws.lambda.enums.Runtime;
import java.util.List;
import java.util.stream.Stream;

/** A language whose sources Lambda runs as they are, and where it looks for a handler. */
enum ScriptLanguage {
    NODEJS(Runtime.NodeJS22dX) {
        /** The file ends at the first dot after the last slash; what follows may be a nested export. */
        @Override
        List<String> filesOf(String handler) {
            var module = handler.substring(0, handler.indexOf('.', handler.lastIndexOf('/') + 1));
            return Stream.of(".mjs", ".js", ".cjs").map(module::concat).toList();
        }

        @Override
        List<String> sourcesOf(String handler) {
            return filesOf(handler).stream()
                    .map(file -> file.replaceFirst("js$", "ts"))
                    .toList();
        }
    },
    PYTHON(Runtime.Python3d13) {
        /** The module ends at the last dot; dots and slashes before it are folders. */
        @Override
        List<String> filesOf(String handler) {
            var module = handler.substring(0, handler.lastIndexOf('.')).replace('.', '/');
            return List.of(module + ".py", module + "/__init__.py");
        }
    };

    private final Runtime runtime;

    ScriptLanguage(Runtime runtime) {
        this.runtime = runtime;
    }

    Runtime runtime() {
        return runtime;
    }

    /** The files, any of which may hold a handler. */
    abstract List<String> filesOf(String handler);

    /** The files that one of them may be built from. */
    List<String> sourcesOf(String handler) {
        return List.of();
    }
}
