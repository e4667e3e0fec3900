package io.edgesocket.engine.project;

import io.edgesocket.engine.ProjectException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML file that holds one mapping. */
final class Yaml {
    private Yaml() {}

    static Map<?, ?> read(Path file) {
        var name = file.getFileName().toString();
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new YamlScalars())
                .build();
        try {
            var text = text(name, file);
            YamlLimits.check(name, settings, text);
            var content = new Load(settings).loadFromString(text);
            YamlLimits.check(name, content);
            if (content == null) {
                return Map.of();
            }
            if (content instanceof Map<?, ?> mapping) {
                return mapping;
            }
            throw new ProjectException(name + ": holds no mapping; it must begin with a key, such as \"config:\"");
        } catch (MarkedYamlEngineException e) {
            throw new ProjectException(name + place(e) + ": " + e.getProblem());
        } catch (ReaderException e) {
            throw new ProjectException(name + ": holds the character U+" + String.format("%04X", e.getCodePoint())
                    + ", the " + (e.getPosition() + 1) + ". of the file, which YAML doesn't allow: take it out");
        } catch (YamlEngineException e) {
            throw new ProjectException(name + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new ProjectException(name + ": is not UTF-8");
        } catch (IOException e) {
            throw new ProjectException(name + ": can't be read: " + e.getMessage());
        }
    }

    private static String text(String name, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var bytes = content.readNBytes(YamlLimits.SIZE_MAX + 1);
            if (bytes.length > YamlLimits.SIZE_MAX) {
                throw new ProjectException(name + ": has more than " + YamlLimits.SIZE_MAX
                        + " bytes: put what is long into a file of its own, and name that file here");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /** {@code :<line>:<column>}, both counted from 1. */
    private static String place(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse("");
    }
}
