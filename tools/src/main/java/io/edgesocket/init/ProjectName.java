package io.edgesocket.init;

import java.util.regex.Pattern;

/**
 * The name of a Pulumi project: at most 100 letters, digits, {@code _}, {@code -} and {@code .}
 *
 * @see <a href="https://github.com/pulumi/pulumi/blob/v3.200.0/sdk/go/common/tokens/project.go">ValidateProjectName</a>
 */
public record ProjectName(String text) {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    /** @throws InvalidProjectException if Pulumi would refuse it */
    public ProjectName {
        if (!VALID.matcher(text).matches()) {
            throw new InvalidProjectException("the project's name \"" + text
                    + "\": Pulumi takes 1 to 100 letters a-z, digits, _, - and .; give one with --name");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
