package io.edgesocket.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;

/** A handler, called with JSON, which Lambda's own library turns into its event and back. */
@FunctionalInterface
interface JavaHandler {
    byte[] handle(byte[] event, Context context) throws Exception;

    /** @param handler a class, or a class and the name of its method as {@code com.example.Chat::handleRequest} */
    static JavaHandler load(String handler, ClassLoader code) throws ReflectiveOperationException {
        var parts = handler.split("::", 2);
        if (parts.length == 2 && !parts[1].equals("handleRequest")) {
            throw new NoSuchMethodException(
                    handler + ": only handleRequest of RequestHandler and RequestStreamHandler is played");
        }
        var instance = code.loadClass(parts[0]).getConstructor().newInstance();
        if (instance instanceof RequestStreamHandler streams) {
            return of(streams);
        }
        if (instance instanceof RequestHandler<?, ?> objects) {
            return of(objects, code);
        }
        throw new ClassCastException(parts[0] + " implements neither RequestHandler nor RequestStreamHandler");
    }

    private static JavaHandler of(RequestStreamHandler handler) {
        return (event, context) -> {
            var answer = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), answer, context);
            return answer.toByteArray();
        };
    }

    @SuppressWarnings("unchecked") // the types are known at run time only, as in Lambda's own runtime
    private static <I, O> JavaHandler of(RequestHandler<I, O> handler, ClassLoader code) {
        // A mapper of its own: else all functions would share its caches.
        var json = JacksonFactory.getInstance().withMixin(JavaHandler.class, JavaHandler.class);
        var types = json.getMapper().constructType(handler.getClass()).findTypeParameters(RequestHandler.class);
        var input = (PojoSerializer<I>) serializer(types[0], types[0].getRawClass(), code, json);
        var output = (PojoSerializer<O>) serializer(types[1], types[1].getRawClass(), code, json);
        return (event, context) -> {
            var answer = new ByteArrayOutputStream(512);
            output.toJson(handler.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context), answer);
            return answer.toByteArray();
        };
    }

    private static PojoSerializer<?> serializer(Type type, Class<?> raw, ClassLoader code, JacksonFactory json) {
        return LambdaEventSerializers.isLambdaSupportedEvent(raw.getName())
                ? LambdaEventSerializers.serializerFor(raw, code)
                : json.getSerializer(type);
    }
}
