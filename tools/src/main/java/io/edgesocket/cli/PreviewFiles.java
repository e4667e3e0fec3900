package io.edgesocket.cli;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Gone;
import io.edgesocket.plan.preview.PreviewReader;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.preview.StackPreview;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that Pulumi's previews were written to: {@code STACK.json}, and beside it what went to standard error, in
 * {@code STACK.log}.
 *
 * @param given the folder, as the user wrote it
 */
record PreviewFiles(String given) {
    private static final String JSON = ".json";
    private static final int MEBIBYTE = 1024 * 1024;
    /** Bytes of a preview. One of a thousand resources has 8 MiB. */
    private static final int SIZE_MAX = 64 * MEBIBYTE;
    /** Bytes of a log, of which the end is read. */
    private static final int LOG_MAX = MEBIBYTE;

    /** @throws UsageException if there is no such folder */
    static PreviewFiles in(String folder) {
        if (!Files.isDirectory(UserFolder.resolve(folder))) {
            throw new UsageException("there is no folder \"" + folder
                    + "\": write the previews there first, each with: pulumi preview --stack NAME --refresh --json > "
                    + folder + "/NAME.json");
        }
        return new PreviewFiles(folder);
    }

    /** Of all stacks that have a file now: what isn't there has failed. */
    Previews read(AllStacksDiff diff) {
        return new Previews(diff.stacks().stream()
                .filter(stack -> !(stack instanceof Gone))
                .map(StackDiff::stack)
                .map(stack -> read(stack, given + "/" + stack + JSON))
                .toList());
    }

    /** One of any folder; the file's name is the stack's. */
    static StackPreview read(String file) {
        var name = Path.of(file).getFileName();
        if (name == null || !name.toString().endsWith(JSON)) {
            throw new UsageException("\"" + file + "\" isn't named after its stack: name it such as dev.json");
        }
        return read(name.toString().substring(0, name.toString().length() - JSON.length()), file);
    }

    private static StackPreview read(String stack, String file) {
        var log = log(UserFolder.resolve(file.substring(0, file.length() - JSON.length()) + ".log"));
        var path = UserFolder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return PreviewReader.missing(stack, file, log);
        }
        try (var content = Files.newInputStream(path)) {
            var bytes = content.readNBytes(SIZE_MAX + 1);
            if (bytes.length > SIZE_MAX) {
                throw new UsageException(file + ": has more than " + SIZE_MAX / MEBIBYTE + " MiB, as no preview has");
            }
            return PreviewReader.read(stack, new String(bytes, StandardCharsets.UTF_8), log);
        } catch (IOException e) {
            throw new UsageException("can't read " + file + ": you have no permission to read it");
        }
    }

    private static String log(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - LOG_MAX));
            var end = ByteBuffer.allocate(LOG_MAX);
            while (channel.read(end) > 0) {
                // until the buffer is full or the file ends
            }
            return new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("can't read " + file + ": you have no permission to read it");
        }
    }
}
