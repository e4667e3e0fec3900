package io.edgesocket.components.domain;

import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetZoneArgs;
import com.pulumi.aws.route53.outputs.GetZoneResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.Resource;
import io.edgesocket.components.AssumedRole;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import io.edgesocket.components.internal.HostName;
import io.edgesocket.components.internal.Placeholder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ids of hosted zones, each looked up once, by the provider of the component that asks or by a role. */
final class ZoneIds {
    private final HostedZones zones;
    private final Resource owner;
    private final InvokeOptions asking;
    private final Map<String, Output<String>> found = new HashMap<>();

    ZoneIds(HostedZones zones, Resource owner, Optional<AssumedRole> role) {
        this.zones = zones;
        this.owner = owner;
        var options = InvokeOptions.builder().parent(owner);
        role.map(AssumedRole::provider).ifPresent(options::provider);
        this.asking = options.build();
    }

    /** The id of the zone that a name belongs to. */
    Output<String> of(String name) {
        return found.computeIfAbsent(zones.holding(name).orElseThrow(), this::lookUp);
    }

    private Output<String> lookUp(String zone) {
        return zones.id(zone).map(id -> lookUp(zone, id)).orElseGet(() -> lookUpByName(zone));
    }

    private Output<String> lookUpByName(String zone) {
        return Route53Functions.getZone(
                        GetZoneArgs.builder().name(zone).privateZone(false).build(), asking)
                .applyValue(GetZoneResult::zoneId)
                .applyValue(id -> Placeholder.ifAbsent(id, "getZone(" + zone + ").zoneId"));
    }

    /** The provider puts a record that isn't of its zone below that zone without a word, so the zone is looked at before. */
    private Output<String> lookUp(String zone, String id) {
        return Route53Functions.getZone(GetZoneArgs.builder().zoneId(id).build(), asking)
                .applyValue(answer -> {
                    refuseIf(
                            answer.privateZone().orElse(false),
                            zone,
                            id,
                            "is private",
                            "give a public zone's id: nobody "
                                    + "outside of its networks finds the records of a private one");
                    // A plan has no name of a zone that it knows by an id alone: there this is no domain name.
                    var name = HostName.withoutFinalDot(
                            Optional.ofNullable(answer.name()).orElse(""));
                    refuseIf(
                            HostName.isValid(name) && !name.equals(zone),
                            zone,
                            id,
                            "is the zone " + name,
                            "give the id of " + zone + ", or that zone's own name");
                    return id;
                });
    }

    private void refuseIf(boolean wrong, String zone, String id, String what, String allowed) {
        if (wrong) {
            var problem = new Problem("hostedZone", zone + ": " + id + " " + what, allowed);
            throw new InvalidArgumentsException(
                    owner.getClass().getSimpleName(), owner.pulumiResourceName(), List.of(problem));
        }
    }
}
