package io.edgesocket.components.domain;

import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetZoneArgs;
import com.pulumi.aws.route53.outputs.GetZoneResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.Resource;
import io.edgesocket.components.internal.Placeholder;
import java.util.HashMap;
import java.util.Map;

/** The ids of hosted zones, each looked up once, by the provider of the component that asks. */
final class ZoneIds {
    private final HostedZones zones;
    private final InvokeOptions asking;
    private final Map<String, Output<String>> found = new HashMap<>();

    ZoneIds(HostedZones zones, Resource asking) {
        this.zones = zones;
        this.asking = InvokeOptions.builder().parent(asking).build();
    }

    /** The id of the zone that a name belongs to. */
    Output<String> of(String name) {
        return found.computeIfAbsent(zones.holding(name).orElseThrow(), this::lookUp);
    }

    private Output<String> lookUp(String zone) {
        return Route53Functions.getZone(
                        GetZoneArgs.builder().name(zone).privateZone(false).build(), asking)
                .applyValue(GetZoneResult::zoneId)
                .applyValue(id -> Placeholder.ifAbsent(id, "getZone(" + zone + ").zoneId"));
    }
}
