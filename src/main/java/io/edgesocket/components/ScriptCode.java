package io.edgesocket.components;

import com.pulumi.asset.Archive;
import com.pulumi.asset.FileArchive;
import com.pulumi.aws.lambda.enums.Runtime;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A folder of sources that Lambda runs as they are. */
final class ScriptCode extends FunctionCode {
    private static final Pattern HANDLER = Pattern.compile("(?:[\\w.-]+/)*[\\w-]+(?:\\.[\\w-]+)+");

    private final ScriptLanguage language;
    private final Path folder;
    private final String handler;

    ScriptCode(ScriptLanguage language, Path folder, String handler) {
        this.language = language;
        this.folder = folder.normalize();
        this.handler = handler;
    }

    @Override
    Runtime runtime() {
        return language.runtime();
    }

    @Override
    String handler() {
        return handler;
    }

    @Override
    Archive archive() {
        return new FileArchive(folderName());
    }

    @Override
    void check(Problems problems) {
        var handlerReads = HANDLER.matcher(handler).matches();
        problems.unless(handlerReads, "code", "handler \"" + handler + "\"",
                "a file without its ending and a name in it, such as index.handler");
        if (folder.isAbsolute() || folder.startsWith("..") || folderName().isEmpty()) {
            problems.add("code", "folder \"" + folderName() + "\"", "a folder inside the project, relative to it");
        } else if (!Files.isDirectory(folder)) {
            problems.add("code", "there is no folder " + folderName(), "a folder inside the project, relative to it");
        } else {
            problems.unless(!handlerReads || hasHandlerFile(), "code",
                    folderName() + " has no file for the handler " + handler,
                    String.join(" or ", language.filesOf(handler)));
            PackageSize.check(problems, List.of(folder));
        }
    }

    private boolean hasHandlerFile() {
        return language.filesOf(handler).stream().map(folder::resolve).anyMatch(Files::isRegularFile);
    }

    private String folderName() {
        return folder.toString().replace(File.separatorChar, '/');
    }
}
