package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.Field.optional;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.ShorthandShape.orAlone;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.domain.HostedZones;
import io.edgesocket.settings.schema.ShorthandShape;
import java.util.List;
import java.util.Optional;

/** A public hosted zone of Route 53. */
public record ZoneSettings(String name, Optional<String> id) {
    static final ShorthandShape SHAPE = orAlone(
            "name",
            group(
                    ZoneSettings.class,
                    key(
                            "name",
                            text(
                                    CloudFrontLimits.ZONE_NAME,
                                    "a zone's domain name in lower case, such as example.com",
                                    CloudFrontLimits.HOST_NAME_MAX),
                            "Its domain name. With nothing else to say, it may stand alone."),
                    optional(
                            "id",
                            text(HostedZones.ID, "a hosted zone's id, such as Z0123456789ABCDEFGHIJ"),
                            "Its id, where the account has several public zones of that name.")));

    static HostedZones toZones(List<ZoneSettings> settings) {
        var zones = HostedZones.of();
        for (var zone : settings) {
            var before = zones;
            zones = zone.id.map(id -> before.withId(zone.name, id)).orElseGet(() -> before.and(zone.name));
        }
        return zones;
    }
}
