package io.edgesocket.engine;

import com.pulumi.deployment.internal.Engine;
import java.util.concurrent.CompletableFuture;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** Pulumi's Engine service: it knows the stack's own URN. Logging goes through {@link Messages} instead. */
record RootResource(String urn) implements Engine {
    @Override
    public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(GetRootResourceRequest request) {
        return CompletableFuture.completedFuture(
                GetRootResourceResponse.newBuilder().setUrn(urn).build());
    }

    @Override
    public CompletableFuture<Void> logAsync(LogRequest request) {
        return CompletableFuture.completedFuture(null);
    }

    /** Accepts every version: no Pulumi CLI takes part. */
    @Override
    public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
            RequirePulumiVersionRequest request) {
        return CompletableFuture.completedFuture(RequirePulumiVersionResponse.getDefaultInstance());
    }
}
