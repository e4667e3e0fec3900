package io.edgesocket.components.domain;

import static io.edgesocket.components.domain.AcmLimits.FIRST_NAME_MAX;
import static io.edgesocket.components.domain.AcmLimits.NAMES_MAX;

import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Problems;
import java.util.HashSet;
import java.util.List;

/** The names that a certificate is for. */
record CertificateNames(List<String> all) {
    CertificateNames {
        all = HostName.withoutFinalDots(all);
    }

    String first() {
        return all.get(0);
    }

    List<String> others() {
        return all.subList(1, all.size());
    }

    /**
     * The names that ACM has to find a record below, each once: {@code *.example.com} and {@code example.com} are
     * proved by the same one.
     *
     * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">DNS validation</a>
     */
    List<String> proved() {
        return all.stream().map(HostName::withoutWildcard).distinct().toList();
    }

    void check(Problems problems) {
        problems.unless(!all.isEmpty(), "names", "none", "at least one name");
        problems.unless(
                all.size() <= NAMES_MAX,
                "names",
                all.size() + " names",
                "at most " + NAMES_MAX
                        + ", ACM's quota for one certificate: use a wildcard, or make the certificate yourself and give its ARN");
        var seen = new HashSet<String>();
        for (var name : all) {
            problems.unless(HostName.isValidAlias(name), "names", '"' + name + '"', HostName.howToWrite(name));
            problems.unless(seen.add(name), "names", name + " twice", "give each once");
        }
        all.stream()
                .limit(1)
                .forEach(first -> problems.unless(
                        first.length() <= FIRST_NAME_MAX,
                        "names",
                        "the first has " + first.length() + " characters",
                        "at most " + FIRST_NAME_MAX
                                + ", for it is the certificate's common name: put a shorter one first"));
    }
}
