package io.edgesocket.cli.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port to listen on: 0, for any that is free, to 65535. */
final class PortOption implements ITypeConverter<Integer> {
    private static final int MAX = 65_535;

    @Override
    public Integer convert(String written) {
        try {
            var port = Integer.parseInt(written);
            if (port >= 0 && port <= MAX) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw new TypeConversionException("\"" + written + "\" is no port: give 0, for any free one, to " + MAX);
    }
}
