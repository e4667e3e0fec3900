package io.edgesocket.components.domain;

import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    private final WebSocketCdn cdn;
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
        this.cdn = args.cdn.orElseThrow();
        this.children = new Children(this, name, args.transform);
        this.zoneIds = new ZoneIds(args.hostedZones, this);
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
            if (cdn.hasIpv6()) {
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
                        .aliases(RecordAliasArgs.builder()
                                .name(cdn.domainName())
                                .zoneId(cdn.hostedZoneId())
                                .evaluateTargetHealth(false)
                                .build())
                        .allowOverwrite(args.overwrite)
                        .build());
    }
}
