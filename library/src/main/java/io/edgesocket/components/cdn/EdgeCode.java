package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.KeyValueStore;
import com.pulumi.aws.cloudfront.KeyValueStoreArgs;
import com.pulumi.aws.cloudfront.KeyvaluestoreKeysExclusive;
import com.pulumi.aws.cloudfront.KeyvaluestoreKeysExclusiveArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.edgesocket.components.functions.EdgeFunction;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes the code of one distribution: each piece at its event. */
final class EdgeCode {
    /** What the name of a function's key value store ends with. */
    static final String STORE_SUFFIX = "-store";

    private final Children children;
    private final WebSocketCdnArgs args;
    private final Map<EdgeEvent, Function> functions = new EnumMap<>(EdgeEvent.class);
    private final Map<EdgeEvent, EdgeFunction> lambdas = new EnumMap<>(EdgeEvent.class);

    private EdgeCode(Children children, WebSocketCdnArgs args) {
        this.children = children;
        this.args = args;
    }

    static EdgeCode make(Children children, WebSocketCdnArgs args) {
        var code = new EdgeCode(children, args);
        args.edge.functions().forEach(code::make);
        args.edge.built().forEach(code::make);
        return code;
    }

    Map<EdgeEvent, Function> functions() {
        return Collections.unmodifiableMap(functions);
    }

    Map<EdgeEvent, EdgeFunction> lambdas() {
        return Collections.unmodifiableMap(lambdas);
    }

    EdgeAssociations associations() {
        var versions = new EnumMap<EdgeEvent, Output<String>>(EdgeEvent.class);
        args.edge.existing().forEach(lambda -> versions.put(lambda.event(), lambda.versionArn()));
        lambdas.forEach((event, function) -> versions.put(event, function.versionArn()));
        return new EdgeAssociations(functions, versions);
    }

    private void make(CloudFrontFunctionCode attached) {
        var event = attached.event();
        var function = FunctionArgs.builder()
                .runtime("cloudfront-js-2.0")
                .comment(comment(event))
                .code(attached.code())
                .publish(true);
        var options = CustomResourceOptions.builder();
        attached.store().ifPresent(entries -> {
            var store = children.add(
                    KeyValueStore::new,
                    event.value() + STORE_SUFFIX,
                    KeyValueStoreArgs.builder().comment(comment(event)).build());
            function.keyValueStoreAssociations(
                    Placeholder.ifAbsent(store.arn(), store, "arn").applyValue(List::of));
            options.dependsOn(filled(store, entries, event)); // its first call may read them
        });
        functions.put(event, children.add(Function::new, event.value(), function.build(), options.build()));
    }

    /** All entries are one resource. Separate ones would be made one after the other, as each changes the store. */
    private Resource filled(KeyValueStore store, KeyValueEntries entries, EdgeEvent event) {
        return !entries.areAny()
                ? store
                : children.add(
                        KeyvaluestoreKeysExclusive::new,
                        event.value() + "-entries",
                        KeyvaluestoreKeysExclusiveArgs.builder()
                                .keyValueStoreArn(store.arn())
                                .resourceKeyValuePairs(entries.toArgs())
                                .build());
    }

    private String comment(EdgeEvent event) {
        return children.parentName() + ", " + event.value();
    }

    private void make(NewEdgeFunction attached) {
        var own = attached.args();
        var function = own.toBuilder()
                .tags(own.tags.or(() -> args.tags).orElse(Map.of()))
                .transform(child -> args.transform.apply(own.transform.apply(child)))
                .build();
        lambdas.put(
                attached.event(),
                new EdgeFunction(children.nameOf(attached.event().value()), function, children.nested()));
    }
}
