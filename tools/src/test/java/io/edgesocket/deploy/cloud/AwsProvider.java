package io.edgesocket.deploy.cloud;

import com.google.protobuf.Empty;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import pulumirpc.Plugin;
import pulumirpc.Provider;
import pulumirpc.ResourceProviderGrpc;

/** What the engine asks of a provider, answered from a {@link Cloud}. */
final class AwsProvider extends ResourceProviderGrpc.ResourceProviderImplBase {
    /** The version of the {@code com.pulumi:aws} that programs are compiled against. */
    private static final String VERSION = "6.83.0";

    private final Cloud cloud;

    AwsProvider(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void check(Provider.CheckRequest request, StreamObserver<Provider.CheckResponse> reply) {
        answer(
                reply,
                () -> Provider.CheckResponse.newBuilder()
                        .setInputs(AutoName.fill(Urn.of(request.getUrn()), request.getNews(), request.getOlds()))
                        .build());
    }

    @Override
    public void diff(Provider.DiffRequest request, StreamObserver<Provider.DiffResponse> reply) {
        answer(
                reply,
                () -> Difference.between(
                                Urn.of(request.getUrn()).type(),
                                request.getOldInputs(),
                                request.getNews(),
                                request.getIgnoreChangesList())
                        .response());
    }

    @Override
    public void create(Provider.CreateRequest request, StreamObserver<Provider.CreateResponse> reply) {
        answer(reply, () -> {
            var wanted = Wanted.of(request.getUrn(), request.getProperties());
            if (request.getPreview()) {
                return Provider.CreateResponse.newBuilder()
                        .setProperties(wanted.outputsOfPreview())
                        .build();
            }
            var created = cloud.create(wanted);
            return Provider.CreateResponse.newBuilder()
                    .setId(created.id())
                    .setProperties(created.outputs())
                    .build();
        });
    }

    @Override
    public void update(Provider.UpdateRequest request, StreamObserver<Provider.UpdateResponse> reply) {
        answer(reply, () -> {
            var wanted = Wanted.of(request.getUrn(), request.getNews());
            var updated = request.getPreview()
                    ? Versions.previewed(wanted.as(request.getId()))
                    : cloud.update(request.getId(), wanted);
            return Provider.UpdateResponse.newBuilder()
                    .setProperties(updated.outputs())
                    .build();
        });
    }

    @Override
    public void delete(Provider.DeleteRequest request, StreamObserver<Empty> reply) {
        answer(reply, () -> {
            cloud.delete(Wanted.of(request.getUrn(), request.getProperties()).as(request.getId()));
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void read(Provider.ReadRequest request, StreamObserver<Provider.ReadResponse> reply) {
        answer(
                reply,
                () -> cloud.find(Wanted.of(request.getUrn(), request.getProperties())
                                .as(request.getId()))
                        .map(found -> Provider.ReadResponse.newBuilder()
                                .setId(found.id())
                                .setInputs(found.inputs())
                                .setProperties(found.outputs())
                                .build())
                        .orElse(Provider.ReadResponse.getDefaultInstance()));
    }

    @Override
    public void invoke(Provider.InvokeRequest request, StreamObserver<Provider.InvokeResponse> reply) {
        answer(
                reply,
                () -> Provider.InvokeResponse.newBuilder()
                        .setReturn(DataSources.invoke(request.getTok(), request.getArgs(), Regions.current()))
                        .build());
    }

    @Override
    public void configure(Provider.ConfigureRequest request, StreamObserver<Provider.ConfigureResponse> reply) {
        answer(reply, () -> {
            Regions.configure(Values.text(request.getArgs(), "region")
                    .orElseThrow(() -> new Refusal("Missing region: set aws:region")));
            return Provider.ConfigureResponse.newBuilder()
                    .setSupportsPreview(true)
                    .setAcceptSecrets(true)
                    .setAcceptResources(true)
                    .build();
        });
    }

    @Override
    public void checkConfig(Provider.CheckRequest request, StreamObserver<Provider.CheckResponse> reply) {
        answer(
                reply,
                () -> Provider.CheckResponse.newBuilder()
                        .setInputs(request.getNews())
                        .build());
    }

    @Override
    public void diffConfig(Provider.DiffRequest request, StreamObserver<Provider.DiffResponse> reply) {
        answer(
                reply,
                () -> Provider.DiffResponse.newBuilder()
                        .setChanges(Provider.DiffResponse.DiffChanges.DIFF_NONE)
                        .build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<Plugin.PluginInfo> reply) {
        answer(reply, () -> Plugin.PluginInfo.newBuilder().setVersion(VERSION).build());
    }

    @Override
    public void attach(Plugin.PluginAttach request, StreamObserver<Empty> reply) {
        answer(reply, Empty::getDefaultInstance);
    }

    @Override
    public void handshake(
            Provider.ProviderHandshakeRequest request, StreamObserver<Provider.ProviderHandshakeResponse> reply) {
        answer(reply, Provider.ProviderHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> reply) {
        answer(reply, Empty::getDefaultInstance);
    }

    private static <A> void answer(StreamObserver<A> reply, Supplier<A> answer) {
        try {
            reply.onNext(answer.get());
            reply.onCompleted();
        } catch (Refusal refused) {
            reply.onError(Status.FAILED_PRECONDITION
                    .withDescription(refused.getMessage())
                    .asException());
        } catch (RuntimeException broken) {
            reply.onError(Status.INTERNAL
                    .withDescription("the stand-in broke: " + broken)
                    .asException());
        }
    }
}
