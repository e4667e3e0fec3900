package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which keys of a group may be given together. */
sealed interface Rule permits Exclusion, Companions, Unheeded, Needed {

    void check(ObjectNode group, Place place);

    void addTo(ObjectNode schema);
}
