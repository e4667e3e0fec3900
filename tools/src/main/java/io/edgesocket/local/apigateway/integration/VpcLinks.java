package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.local.stack.UnusedNames;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What VPC links lead to: nothing that this machine reaches by itself, so addresses are given for it.
 *
 * @param addresses by the links' names in the program, or their ids
 */
public record VpcLinks(List<PlayedResource> links, Map<String, URI> addresses) {
    private static final String TYPE = "aws:apigateway/vpcLink:VpcLink";

    public VpcLinks {
        links = List.copyOf(links);
        addresses = Map.copyOf(addresses);
    }

    static VpcLinks of(PlayedStack stack, Map<String, URI> addresses) {
        return new VpcLinks(stack.ofType(TYPE).toList(), addresses);
    }

    /** @throws RefusedStackException if an address is given for a link that no integration goes through */
    public static void requireKnown(PlayedStack stack, Set<String> given) {
        var links = of(stack, Map.of());
        var used = stack.ofType("aws:apigatewayv2/integration:Integration")
                .filter(integration -> integration.text("connectionType").equals("VPC_LINK"))
                .map(integration -> integration.text("connectionId"))
                .toList();
        var unknown = new TreeSet<>(given);
        unknown.removeAll(used);
        UnusedNames.refuse(
                "--vpc-link",
                unknown,
                used.stream().map(links::name).toList(),
                "no integration goes through such a VPC link");
    }

    /** A line for each integration through a link that no address is given for, which begins with its name. */
    public static List<String> unreached(PlayedStack stack, HttpBackends backends) {
        var links = of(stack, backends.vpcLinks());
        return stack.ofType("aws:apigatewayv2/integration:Integration")
                .filter(integration -> integration.text("connectionType").equals("VPC_LINK"))
                .filter(integration ->
                        links.address(integration.text("connectionId")).isEmpty())
                .map(integration ->
                        integration.name() + ": " + links.unreached(links.name(integration.text("connectionId"))))
                .toList();
    }

    String unreached(String name) {
        return "the VPC link " + name + " leads into a VPC, which this machine doesn't reach; say what stands for it: "
                + "--vpc-link " + name + "=http://127.0.0.1:3000";
    }

    /** What a link is called by people: its name in the program, if the program makes it. */
    String name(String id) {
        return links.stream()
                .filter(link -> link.id().equals(id))
                .map(PlayedResource::name)
                .findFirst()
                .orElse(id);
    }

    Optional<URI> address(String id) {
        return Optional.ofNullable(addresses.get(name(id))).or(() -> Optional.ofNullable(addresses.get(id)));
    }
}
