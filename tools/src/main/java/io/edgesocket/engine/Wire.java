package io.edgesocket.engine;

import static com.pulumi.core.internal.Constants.SpecialArchiveSig;
import static com.pulumi.core.internal.Constants.SpecialAssetSig;
import static com.pulumi.core.internal.Constants.SpecialOutputSig;
import static com.pulumi.core.internal.Constants.SpecialResourceSig;
import static com.pulumi.core.internal.Constants.SpecialSecretSig;
import static com.pulumi.core.internal.Constants.SpecialSigKey;
import static com.pulumi.core.internal.Constants.UnknownValue;

import com.google.protobuf.Struct;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

/** Reads the messages of Pulumi's wire protocol into values; it only translates. */
record Wire(StandIns standIns) {

    Registration registration(String urn, String id, RegisterResourceRequest request) {
        return new Registration(
                urn,
                id,
                request.getType(),
                request.getName(),
                request.getCustom(),
                Optional.of(request.getParent()).filter(parent -> !parent.isEmpty()),
                provider(request),
                options(urn, request),
                request.getDependenciesList().stream().sorted().toList(),
                OtherStack.named(fields(request.getObject()), request));
    }

    /** The protocol names an explicit provider as {@code <urn>::<id>}. It doesn't name the default provider. */
    private static String provider(RegisterResourceRequest request) {
        return request.getProvider().isEmpty()
                ? request.getType().substring(0, request.getType().indexOf(':'))
                : providerUrn(request);
    }

    /** Of an explicit provider; empty if there is none. */
    static String providerUrn(RegisterResourceRequest request) {
        return request.getProvider()
                .substring(0, Math.max(0, request.getProvider().lastIndexOf("::")));
    }

    private static Registration.Options options(String urn, RegisterResourceRequest request) {
        return new Registration.Options(
                request.getProtect(),
                request.getRetainOnDelete(),
                request.getDeleteBeforeReplace(),
                request.getAliasesList().stream()
                        .map(alias -> alias(urn, request, alias))
                        .toList(),
                List.copyOf(request.getIgnoreChangesList()));
    }

    /** The URN that an alias stands for. The resource itself gives the parts that the alias leaves out. */
    private static String alias(String urn, RegisterResourceRequest request, Alias alias) {
        if (alias.hasUrn()) {
            return alias.getUrn();
        }
        var spec = alias.getSpec();
        var parent = spec.getNoParent() ? "" : either(spec.getParentUrn(), request.getParent());
        return Urns.like(urn, spec.getProject(), spec.getStack())
                .of(parent, either(spec.getType(), request.getType()), either(spec.getName(), request.getName()));
    }

    private static String either(String text, String fallback) {
        return text.isEmpty() ? fallback : text;
    }

    Value.Fields fields(Struct struct) {
        var fields = new TreeMap<String, Value>();
        struct.getFieldsMap().forEach((name, value) -> fields.put(name, value(value)));
        return new Value.Fields(fields);
    }

    Value value(com.google.protobuf.Value wire) {
        return switch (wire.getKindCase()) {
            case STRING_VALUE -> text(wire.getStringValue());
            case NUMBER_VALUE -> number(wire.getNumberValue());
            case BOOL_VALUE -> new Value.Bool(wire.getBoolValue());
            case LIST_VALUE ->
                new Value.Items(wire.getListValue().getValuesList().stream()
                        .map(this::value)
                        .toList());
            case STRUCT_VALUE -> struct(wire.getStructValue());
            case NULL_VALUE, KIND_NOT_SET -> new Value.Absent();
        };
    }

    private Value text(String text) {
        return text.equals(UnknownValue) ? new Value.Unknown() : standIns.read(text);
    }

    private Value number(double number) {
        return standIns.behind(number)
                .<Value>map(reference -> new Value.Text(List.of(reference)))
                .orElseGet(() -> new Value.Numeric(new BigDecimal(Double.toString(number)).stripTrailingZeros()));
    }

    /** An object; or, if it has a signature, a kind of value that JSON doesn't have. */
    private Value struct(Struct struct) {
        if (!struct.containsFields(SpecialSigKey)) {
            return fields(struct);
        }
        return switch (struct.getFieldsOrThrow(SpecialSigKey).getStringValue()) {
            case SpecialSecretSig -> new Value.Secret(inside(struct));
            case SpecialOutputSig -> output(struct);
            case SpecialAssetSig ->
                struct.containsFields("text") ? new Value.InlineAsset(string(struct, "text")) : file(struct, false);
            case SpecialArchiveSig ->
                struct.containsFields("assets")
                        ? new Value.AssetArchive(
                                fields(struct.getFieldsOrThrow("assets").getStructValue())
                                        .values())
                        : file(struct, true);
            case SpecialResourceSig ->
                new Value.Text(List.of(new Value.Reference(string(struct, "urn"), "urn", true, string(struct, "urn"))));
            default -> throw new IllegalStateException("a signature that this version of the protocol doesn't have");
        };
    }

    private Value output(Struct struct) {
        var value = struct.containsFields("value") ? inside(struct) : new Value.Unknown();
        var secret = struct.containsFields("secret")
                && struct.getFieldsOrThrow("secret").getBoolValue();
        return secret ? new Value.Secret(value) : value;
    }

    private Value inside(Struct struct) {
        return value(struct.getFieldsOrThrow("value"));
    }

    private static Value file(Struct struct, boolean archive) {
        return struct.containsFields("path")
                ? new Value.FileAsset(string(struct, "path"), archive)
                : new Value.RemoteAsset(string(struct, "uri"));
    }

    private static String string(Struct struct, String field) {
        return struct.getFieldsOrThrow(field).getStringValue();
    }
}
