package io.edgesocket.engine;

import com.google.protobuf.Struct;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/**
 * Pulumi's ResourceMonitor service, for one run. It keeps every registration. It answers each one with its inputs, and
 * with stand-ins for what only AWS would know.
 */
final class Recorder implements Monitor {
    private static final Set<String> FEATURES = Set.of("secrets", "resourceReferences", "outputValues", "aliasSpecs");

    private final Urns urns;
    private final StandIns standIns;
    private final Map<String, RegisterResourceRequest> requests = new LinkedHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Struct> outputs = new LinkedHashMap<>();

    Recorder(Urns urns, StandIns standIns) {
        this.urns = urns;
        this.standIns = standIns;
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        var urn = urns.of(request.getParent(), request.getType(), request.getName());
        keep(urn, inheriting(request));
        var answer = RegisterResourceResponse.newBuilder().setUrn(urn);
        if (request.getCustom()) {
            var standIn = standIns.answer(urn, resource, request);
            ids.put(urn, standIn.id());
            answer.setId(standIn.id()).setObject(standIn.outputs());
        }
        return CompletableFuture.completedFuture(answer.build());
    }

    /** A resource inherits the options that it doesn't set. The engine does this, not the SDK. */
    private synchronized RegisterResourceRequest inheriting(RegisterResourceRequest request) {
        var parent = requests.getOrDefault(request.getParent(), RegisterResourceRequest.getDefaultInstance());
        var protects = parent.hasProtect() && !request.hasProtect();
        var retains = parent.hasRetainOnDelete() && !request.hasRetainOnDelete();
        if (!protects && !retains) {
            return request; // a copy takes time, and most resources set both
        }
        var inheriting = request.toBuilder();
        if (protects) {
            inheriting.setProtect(parent.getProtect());
        }
        if (retains) {
            inheriting.setRetainOnDelete(parent.getRetainOnDelete());
        }
        return inheriting.build();
    }

    private synchronized void keep(String urn, RegisterResourceRequest request) {
        if (requests.putIfAbsent(urn, request) != null) {
            throw new ProgramException(
                    "two resources have the URN " + urn + "; give one of them another name or parent");
        }
    }

    /** A resource that exists already. Only AWS knows its properties, so all of them are stand-ins. */
    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        var urn = urns.of(request.getParent(), request.getType(), request.getName());
        var asked = RegisterResourceRequest.newBuilder()
                .setType(request.getType())
                .setName(request.getName())
                .setParent(request.getParent())
                .setCustom(true)
                .setProvider(request.getProvider())
                .setObject(request.getProperties())
                .build();
        keep(urn, asked);
        return CompletableFuture.completedFuture(ReadResourceResponse.newBuilder()
                .setUrn(urn)
                .setProperties(standIns.answer(urn, resource, asked).outputs())
                .build());
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        synchronized (this) {
            outputs.put(request.getUrn(), request.getOutputs());
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        return CompletableFuture.completedFuture(ResourceInvokeResponse.newBuilder()
                .setReturn(standIns.invoke(request.getTok(), request.getArgs()))
                .build());
    }

    @Override
    public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
        throw new ProgramException("calls method " + request.getTok() + " of a remote component; "
                + "that needs the provider itself, so it can't be planned offline");
    }

    @Override
    public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(SupportsFeatureRequest request) {
        return CompletableFuture.completedFuture(SupportsFeatureResponse.newBuilder()
                .setHasSupport(FEATURES.contains(request.getId()))
                .build());
    }

    @Override
    public CompletableFuture<RegisterPackageResponse> registerPackageAsync(RegisterPackageRequest request) {
        return CompletableFuture.completedFuture(
                RegisterPackageResponse.newBuilder().setRef(request.getName()).build());
    }

    /** What has been registered, as values. Call it after the program has ended. */
    synchronized List<Registration> registrations() {
        var wire = new Wire(standIns);
        var all = new ArrayList<Registration>();
        requests.forEach((urn, request) -> all.add(wire.registration(urn, ids.getOrDefault(urn, ""), request)));
        return all;
    }

    synchronized Value.Fields outputsOf(String urn) {
        return new Wire(standIns).fields(outputs.getOrDefault(urn, Struct.getDefaultInstance()));
    }
}
