package io.edgesocket.components.domain;

import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TaggedArgs;
import java.util.List;
import java.util.Optional;

/** What an {@link EdgeCertificate} is made of. All of it is checked when the component is made, at once. */
public final class EdgeCertificateArgs extends TaggedArgs {
    final CertificateNames names;
    final HostedZones hostedZones;
    final Optional<UsEast1> usEast1;
    final Optional<AssumedRole> role;
    final boolean regional;

    private EdgeCertificateArgs(Builder from) {
        super("EdgeCertificate", from);
        names = new CertificateNames(from.names);
        hostedZones = from.hostedZones;
        usEast1 = from.usEast1;
        role = from.role;
        regional = from.regional;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void check(Problems problems, String name) {
        names.check(problems);
        hostedZones.check(problems, names.all());
        problems.unless(usEast1.isPresent() || regional, "usEast1", "none", "the program's provider of us-east-1");
        problems.unless(
                usEast1.isEmpty() || !regional,
                "usEast1",
                "given together with regional",
                "one of them: us-east-1 is for CloudFront, the stack's region for an API's own name");
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private List<String> names = List.of();
        private HostedZones hostedZones = HostedZones.of();
        private Optional<UsEast1> usEast1 = Optional.empty();
        private Optional<AssumedRole> role = Optional.empty();
        private boolean regional;

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

        /**
         * The program's provider of the one region that CloudFront takes a certificate from. Required, unless
         * {@link #regional}.
         */
        public Builder usEast1(UsEast1 usEast1) {
            this.usEast1 = Optional.of(usEast1);
            return this;
        }

        /**
         * Makes it in the stack's own region, in the place of us-east-1: for an API's {@link
         * io.edgesocket.components.api.ApiDomain own name}, not for CloudFront.
         */
        public Builder regional() {
            this.regional = true;
            return this;
        }

        /**
         * The role that makes the records that prove the names, where the zones are in another account. Default: none, the stack's own
         * provider does.
         */
        public Builder role(AssumedRole role) {
            this.role = Optional.of(role);
            return this;
        }

        public EdgeCertificateArgs build() {
            return new EdgeCertificateArgs(this);
        }
    }
}
