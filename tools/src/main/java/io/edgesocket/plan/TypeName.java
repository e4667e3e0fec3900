package io.edgesocket.plan;

import io.edgesocket.plan.Plan.PlannedResource;

/**
 * A resource's type in short form: {@code aws:apigatewayv2/route:Route} is an {@code apigatewayv2 Route}.
 *
 * @param service what it belongs to: {@code apigatewayv2}; for a provider, {@code provider}
 * @param name    {@code Route}; for a provider, its package
 */
public record TypeName(String service, String name) {
    public static final String STACK = "pulumi:pulumi:Stack";
    private static final String PROVIDERS = "pulumi:providers:";

    public static TypeName of(String type) {
        if (isProvider(type)) {
            return new TypeName("provider", type.substring(PROVIDERS.length()));
        }
        var parts = type.split(":", -1);
        var module = parts.length > 1 ? parts[1].split("/", 2)[0] : "";
        return new TypeName(module.isEmpty() || module.equals("index") ? parts[0] : module, parts[parts.length - 1]);
    }

    /** A component by its class alone; anything else with its service. */
    public static String shown(PlannedResource resource) {
        var type = of(resource.type());
        if (isProvider(resource.type())) {
            return type.name() + " provider";
        }
        return resource.custom() ? type.service() + " " + type.name() : type.name();
    }

    static boolean isProvider(String type) {
        return type.startsWith(PROVIDERS);
    }
}
