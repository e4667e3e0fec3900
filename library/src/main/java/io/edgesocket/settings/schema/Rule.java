package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which keys of a group may be given together. */
sealed interface Rule permits Alternatives, OnlyBeside, ForbiddenBeside, RequiredUnless {

    void check(ObjectNode group, Location place);

    void addTo(ObjectNode schema);
}
