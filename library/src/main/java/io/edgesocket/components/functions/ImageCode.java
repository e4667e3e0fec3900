package io.edgesocket.components.functions;

import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.FunctionImageConfigArgs;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A container image with its own runtime. */
final class ImageCode extends FunctionCode {
    private static final Pattern URI = Pattern.compile("\\d{12}\\.dkr[.-]ecr\\.[a-z0-9-]+\\.[a-z.]+/"
            + "[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\\w][\\w.-]{0,127}|@sha256:[0-9a-f]{64})");

    private final Input uri;
    private final List<String> command;

    ImageCode(Input uri, List<String> command) {
        this.uri = uri;
        this.command = List.copyOf(command);
    }

    @Override
    Optional<String> runtimeName() {
        return Optional.empty();
    }

    @Override
    void addTo(FunctionArgs.Builder function) {
        function.packageType("Image").imageUri(uri.output());
        if (!command.isEmpty()) {
            function.imageConfig(
                    FunctionImageConfigArgs.builder().commands(command).build());
        }
    }

    @Override
    void check(Problems problems) {
        uri.known()
                .ifPresent(text -> problems.unless(
                        URI.matcher(text).matches(),
                        "code",
                        "image \"" + text + '"',
                        "an image in Amazon ECR with its tag or digest, "
                                + "123456789012.dkr.ecr.eu-west-1.amazonaws.com/chat:1.0 or …/chat@sha256:…: Lambda takes no "
                                + "other registry"));
    }
}
