package io.edgesocket.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions that a bug report should name. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new String[] {
            "edgesocket " + own,
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
