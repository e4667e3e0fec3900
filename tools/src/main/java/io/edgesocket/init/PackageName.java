package io.edgesocket.init;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** The package of a project's program; its handlers are in a package {@code handlers} below. */
public record PackageName(String text) {
    /** Lambda takes 128 characters for a handler's class, which stands in a package below. */
    private static final int LONGEST = 90;

    /** It is the project's group id too, for which Maven's {@code DefaultModelValidator} takes these, dots and hyphens. */
    private static final Pattern GROUP_ID = Pattern.compile("[A-Za-z0-9_]+");

    private static final String ALLOWED = "; give one such as com.acme.chat";

    /** @throws InvalidProjectException if Java would refuse it */
    public PackageName {
        for (var part : text.split("\\.", -1)) {
            refuse(part.isEmpty(), text, "a part of it is empty");
            refuse(SourceVersion.isKeyword(part), text, part + " is a word of the Java language");
            refuse(!SourceVersion.isIdentifier(part), text, "\"" + part + "\" is no name in Java");
            refuse(!GROUP_ID.matcher(part).matches(), text, "Maven takes only letters a-z, digits and _");
        }
        refuse((text + ".").startsWith("java."), text, "those in java are Java's own");
        refuse(text.length() > LONGEST, text, text.length() + " characters; at most " + LONGEST);
    }

    private static void refuse(boolean wrong, String text, String reason) {
        if (wrong) {
            throw new InvalidProjectException("--package " + text + ": " + reason + ALLOWED);
        }
    }

    /** Whether it is written as Java's packages are by custom. */
    public boolean isLowerCase() {
        return text.equals(text.toLowerCase(Locale.ROOT));
    }

    String folder() {
        return text.replace('.', '/');
    }

    @Override
    public String toString() {
        return text;
    }
}
