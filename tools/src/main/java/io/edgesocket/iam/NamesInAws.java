package io.edgesocket.iam;

import static java.util.stream.Collectors.toMap;

import io.edgesocket.engine.Registration;
import io.edgesocket.engine.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What resources are called in AWS, as far as it is known before a deployment; {@code *} stands for the rest. */
final class NamesInAws {
    private static final String NAME = "name";
    /** The inputs that name a resource. */
    private static final List<String> NAMES = List.of(NAME, "layerName");

    private static final String ROLE = "aws:iam/role:Role";
    /** Where the name of a bucket stands. */
    private static final String BUCKET = "bucket";

    private static final Set<String> BUCKETS = Set.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");
    private static final String ANY = "*";
    /** The output of a certificate that a validation record takes its name from. */
    private static final Pattern VALIDATION = Pattern.compile("domainValidationOptions\\[(?<domain>.+)]\\..*");

    private final boolean autonaming;
    private final Map<String, Registration> resources;

    /** @param autonaming whether the stack's configuration says how Pulumi makes names */
    NamesInAws(List<Registration> resources, boolean autonaming) {
        this.autonaming = autonaming;
        this.resources = resources.stream().collect(toMap(Registration::urn, Function.identity()));
    }

    /**
     * As the program names it, or else as Pulumi does: with seven characters behind its name in the program. A role has its
     * path in front, as in ARNs.
     *
     * @see <a href="https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming">Autonaming</a>
     */
    String of(Registration resource) {
        return path(resource) + name(resource);
    }

    private String path(Registration resource) {
        return resource.type().equals(ROLE)
                ? Optional.ofNullable(resource.inputs().values().get("path"))
                        .map(this::of)
                        .orElse("")
                        .replaceFirst("^/", "")
                : "";
    }

    private String name(Registration resource) {
        var named = BUCKETS.contains(resource.type()) ? List.of(BUCKET) : NAMES;
        return named.stream()
                .flatMap(input -> Stream.ofNullable(resource.inputs().values().get(input)))
                .findFirst()
                .map(this::of)
                .orElseGet(() -> autonaming ? ANY + resource.name() + ANY : resource.name() + "-" + ANY);
    }

    /**
     * What stands at a path of a resource's arguments: the name of the resource that it refers to, or the text as it is
     * written. Lists on the path are gone through.
     */
    Stream<String> at(Registration resource, String path) {
        if (path.equals(NAME)) {
            return Stream.of(of(resource));
        }
        var found = Stream.<Value>of(resource.inputs());
        for (var key : path.split("\\.")) {
            found = found.flatMap(NamesInAws::items)
                    .filter(Value.Fields.class::isInstance)
                    .map(fields -> ((Value.Fields) fields).values().get(key))
                    .flatMap(Stream::ofNullable);
        }
        return found.flatMap(NamesInAws::items).map(this::of);
    }

    /**
     * The name of a DNS record as conditions of IAM compare it.
     *
     * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html">Conditions</a>
     */
    String ofRecord(Registration record) {
        var written = record.inputs().values().get(NAME);
        if (single(written) instanceof Value.Reference reference) {
            var validation = VALIDATION.matcher(reference.output());
            return validation.matches() ? "_*." + validation.group("domain").replaceFirst("^\\*\\.", "") : ANY;
        }
        return of(record).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replace("*.", "\\052.");
    }

    private String of(Value value) {
        if (!(value instanceof Value.Text text)) {
            return ANY;
        }
        var names = new StringBuilder();
        text.parts().forEach(part -> names.append(of(part)));
        return names.toString();
    }

    private String of(Value.Part part) {
        if (part instanceof Value.Literal literal) {
            return literal.text();
        }
        var referred = resources.get(((Value.Reference) part).urn());
        return referred == null ? ANY : of(referred);
    }

    private static Value.Part single(Value value) {
        return value instanceof Value.Text text && text.parts().size() == 1
                ? text.parts().get(0)
                : new Value.Literal("");
    }

    private static Stream<Value> items(Value value) {
        return value instanceof Value.Items items ? items.values().stream() : Stream.of(value);
    }
}
