package io.edgesocket.components.functions;

import com.pulumi.asset.Archive;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.FileArchive;
import com.pulumi.asset.FileAsset;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.lambda.enums.Runtime;
import io.edgesocket.components.internal.Problems;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A folder of sources that Lambda runs as they are. */
final class ScriptCode extends PackagedCode {
    private static final Pattern HANDLER = Pattern.compile(LambdaLimits.SCRIPT_HANDLER);
    private static final String FOLDER_RULE = "a folder inside the project, relative to it";

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

    /** The same folder with one more text file, which replaces a file of that name. */
    Archive archiveWith(String file, String text) {
        var entries = new TreeMap<String, AssetOrArchive>();
        for (var path : entries()) {
            var name = path.getFileName().toString();
            var source = folderName() + "/" + name;
            entries.put(name, Files.isDirectory(path) ? new FileArchive(source) : new FileAsset(source));
        }
        entries.put(file, new StringAsset(text));
        return new AssetArchive(entries);
    }

    private List<Path> entries() {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PackageSize size() throws IOException {
        return PackageSize.of(List.of(folder));
    }

    @Override
    void check(Problems problems) {
        if (!HANDLER.matcher(handler).matches()) {
            problems.add(
                    "code",
                    "handler \"" + handler + "\"",
                    "a file without its ending and a name in it, such as index.handler");
        } else if (folder.isAbsolute()
                || folder.startsWith("..")
                || folderName().isEmpty()) {
            problems.add("code", "folder \"" + folderName() + "\"", FOLDER_RULE);
        } else if (!Files.isDirectory(folder)) {
            problems.add("code", "there is no folder " + folderName(), FOLDER_RULE);
        } else {
            checkHandlerFile(problems);
            PackageSize.check(problems, List.of(folder));
        }
    }

    private void checkHandlerFile(Problems problems) {
        var files = language.filesOf(handler);
        if (files.stream().anyMatch(this::isFile)) {
            return;
        }
        var source = language.sourcesOf(handler).stream().filter(this::isFile).findFirst();
        problems.add(
                "code",
                folderName() + " has no file for the handler " + handler
                        + source.map(file -> ", but " + file).orElse(""),
                String.join(" or ", files) + source.map(ScriptCode::build).orElse(""));
    }

    private boolean isFile(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** Lambda looks for JavaScript alone. */
    private static String build(String typescript) {
        return "; build it, such as with npx esbuild " + typescript
                + " --bundle --platform=node --sourcemap --outdir=dist, and name the folder that the build writes";
    }

    private String folderName() {
        return folder.toString().replace(File.separatorChar, '/');
    }
}
