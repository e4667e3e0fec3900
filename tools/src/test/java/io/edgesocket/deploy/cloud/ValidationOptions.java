package io.edgesocket.deploy.cloud;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records that ACM asks for: one for each name of a certificate, the same for a name and its wildcard. */
final class ValidationOptions implements ResourceType.Added {

    @Override
    public Value of(Struct certificate) {
        return options(certificate, ValidationOptions::option);
    }

    /** The provider knows then which names there will be an option for, and nothing more of it. */
    @Override
    public Value previewed(Struct certificate) {
        return options(certificate, name -> option(name, Values.UNKNOWN_TEXT, Values.UNKNOWN_TEXT));
    }

    static Stream<String> names(Struct certificate) {
        return Stream.concat(
                        Values.textsUnder(certificate, "domainName"),
                        Values.textsUnder(certificate, "subjectAlternativeNames"))
                .distinct();
    }

    private static Value options(Struct certificate, Function<String, Value> option) {
        var options = ListValue.newBuilder();
        names(certificate).map(option).forEach(options::addValues);
        return Value.newBuilder().setListValue(options).build();
    }

    private static Value option(String name) {
        var host = name.startsWith("*.") ? name.substring(2) : name;
        var proof = "_" + Integer.toHexString(host.hashCode());
        return option(name, proof + "." + host + ".", proof + ".acm-validations.aws.");
    }

    private static Value option(String name, String record, String value) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder()
                        .putFields("domainName", Values.of(name))
                        .putFields("resourceRecordName", Values.of(record))
                        .putFields("resourceRecordType", Values.of("CNAME"))
                        .putFields("resourceRecordValue", Values.of(value)))
                .build();
    }
}
