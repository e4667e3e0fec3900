package io.edgesocket.components.domain;

import com.pulumi.aws.apigatewayv2.DomainName;
import com.pulumi.aws.apigatewayv2.outputs.DomainNameDomainNameConfiguration;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records in Route 53 that lead a CDN's names to it: an A record for each, and an AAAA record if the CDN has IPv6.
 * They are alias records, which cost no query and may stand at the top of a zone.
 * <pre>{@code
 * new AliasRecords("dns", AliasRecordsArgs.builder()
 *         .cdn(cdn)
 *         .hostedZones(HostedZones.of("example.com"))
 *         .build());
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-cloudfront-distribution.html">
 *      Routing traffic to a CloudFront distribution by using your domain name</a>
 */
public final class AliasRecords extends ComponentResource {
    static final String TYPE = "edgesocket:aws:AliasRecords";

    private final AliasRecordsArgs args;
    private final Children children;
    private final ZoneIds zoneIds;
    private final List<Record> records;

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public AliasRecords(String name, AliasRecordsArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public AliasRecords(String name, AliasRecordsArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.args = args;
        this.children = new Children(this, name, args.transform);
        this.zoneIds = new ZoneIds(args.hostedZones, this, args.role);
        this.records = List.copyOf(leadNames());
        registerOutputs(Map.of());
    }

    /** Each name's A record, and its AAAA record after it. */
    public List<Record> records() {
        return records;
    }

    private List<Record> leadNames() {
        var made = new ArrayList<Record>();
        for (var name : args.names()) {
            made.add(lead(name, "A"));
            if (args.cdn.filter(WebSocketCdn::hasIpv6).isPresent()) {
                made.add(lead(name, "AAAA"));
            }
        }
        return made;
    }

    private Record lead(String name, String type) {
        return children.add(
                Record::new,
                HostName.readable(name) + "-" + type.toLowerCase(Locale.ROOT),
                RecordArgs.builder()
                        .zoneId(zoneIds.of(name))
                        .name(name)
                        .type(type)
                        .aliases(target())
                        .allowOverwrite(args.overwrite)
                        .build(),
                args.role.map(AssumedRole::options).orElse(CustomResourceOptions.Empty));
    }

    private RecordAliasArgs target() {
        var target = RecordAliasArgs.builder().evaluateTargetHealth(false);
        args.cdn.ifPresent(cdn -> target.name(cdn.domainName()).zoneId(cdn.hostedZoneId()));
        args.api
                .flatMap(WebSocketApi::domainResource)
                .ifPresent(name -> target.name(
                                told(name, "targetDomainName", DomainNameDomainNameConfiguration::targetDomainName))
                        .zoneId(told(name, "hostedZoneId", DomainNameDomainNameConfiguration::hostedZoneId)));
        return target.build();
    }

    /** What API Gateway says of a custom domain name, of which it has one configuration. */
    private static Output<String> told(
            DomainName name, String output, Function<DomainNameDomainNameConfiguration, Optional<String>> value) {
        return name.domainNameConfiguration()
                .applyValue(found -> Optional.ofNullable(found)
                        .flatMap(value)
                        .orElseGet(() ->
                                Placeholder.named(name.pulumiResourceName() + ".domainNameConfiguration." + output)));
    }
}
