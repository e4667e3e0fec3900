package io.edgesocket.components.domain;

import com.pulumi.resources.ResourceArgs;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.Transform;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TagChecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an {@link EdgeCertificate} is made of. All of it is checked when the component is made, at once. */
public final class EdgeCertificateArgs extends ResourceArgs {
    final CertificateNames names;
    final HostedZones hostedZones;
    final Optional<UsEast1> usEast1;
    final Map<String, String> tags;
    final Transform transform;

    private EdgeCertificateArgs(Builder from) {
        names = new CertificateNames(from.names);
        hostedZones = from.hostedZones;
        usEast1 = from.usEast1;
        tags = from.tags;
        transform = from.transform;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Everything that an {@link EdgeCertificate} would throw for; nothing if it would be made. */
    public List<Problem> problems() {
        return check().found();
    }

    /**
     * These arguments, fit to be registered.
     *
     * @throws InvalidArgumentsException with everything that isn't
     */
    EdgeCertificateArgs checked(String name) {
        check().raise("EdgeCertificate", name);
        return this;
    }

    private Problems check() {
        var problems = new Problems();
        names.check(problems);
        hostedZones.check(problems, names.all());
        problems.unless(usEast1.isPresent(), "usEast1", "none", "the program's provider of us-east-1");
        TagChecks.check(problems, tags);
        return problems;
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder {
        private List<String> names = List.of();
        private HostedZones hostedZones = HostedZones.of();
        private Optional<UsEast1> usEast1 = Optional.empty();
        private Map<String, String> tags = Map.of();
        private Transform transform = Transform.NONE;

        private Builder() {}

        /**
         * The names that the certificate is for, lower-case, at most {@value AcmLimits#NAMES_MAX}; {@code *} may stand
         * for the first label, and for that one alone: {@code *.example.com} is neither for {@code example.com} nor for
         * {@code a.b.example.com}. The first has at most {@value AcmLimits#FIRST_NAME_MAX} characters. Other names,
         * or another first one, are another certificate: it is issued and in use before this one goes. Required.
         *
         * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html">
         *      Characteristics of ACM certificates</a>
         */
        public Builder names(List<String> names) {
            this.names = List.copyOf(names);
            return this;
        }

        /** Where the records are made that prove the names to be yours: each name lies in one of them. Required. */
        public Builder hostedZones(HostedZones hostedZones) {
            this.hostedZones = hostedZones;
            return this;
        }

        /** The program's provider of the one region that CloudFront takes a certificate from. Required. */
        public Builder usEast1(UsEast1 usEast1) {
            this.usEast1 = Optional.of(usEast1);
            return this;
        }

        /** Tags of the certificate. Default: none. */
        public Builder tags(Map<String, String> tags) {
            this.tags = Map.copyOf(tags);
            return this;
        }

        /** Sees and may change each resource before it is registered. Default: {@link Transform#NONE}. */
        public Builder transform(Transform transform) {
            this.transform = transform;
            return this;
        }

        public EdgeCertificateArgs build() {
            return new EdgeCertificateArgs(this);
        }
    }
}
