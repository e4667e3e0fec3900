package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Runs one handler once as Lambda's Java runtime does, in a process of its own: the package's classes and its
 * {@code lib/*.jar} are all there is besides the JDK, and the event is read by Lambda's own serialization.
 */
final class LambdaRuntime {
    private LambdaRuntime() {}

    /** @param arguments the unpacked package and the handler; the event comes in, and the response goes out */
    public static void main(String[] arguments) throws Exception {
        try (var loader = new URLClassLoader(classPath(Path.of(arguments[0])), ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(arguments[1]);
            var method = handleRequest(type);
            var event = JacksonFactory.getInstance()
                    .getSerializer(method.getParameterTypes()[0])
                    .fromJson(System.in);
            var response =
                    method.invoke(type.getConstructor().newInstance(), event, context(method.getParameterTypes()[1]));
            write(response);
        }
    }

    private static URL[] classPath(Path task) throws IOException {
        var urls = new ArrayList<URL>();
        urls.add(task.toUri().toURL());
        try (var jars = Files.newDirectoryStream(task.resolve("lib"), "*.jar")) {
            for (var jar : jars) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static Method handleRequest(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
                .findFirst()
                .orElseThrow();
    }

    /** A context that can log, and knows nothing. */
    private static Object context(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (context, method, arguments) ->
                        method.getReturnType().isInterface() ? logger(method.getReturnType()) : null);
    }

    private static Object logger(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (logger, method, arguments) -> null);
    }

    @SuppressWarnings("unchecked") // as Lambda's runtime does, which knows the class only when it runs
    private static void write(Object response) {
        var serializer =
                (PojoSerializer<Object>) JacksonFactory.getInstance().getSerializer((Class<?>) response.getClass());
        serializer.toJson(response, System.out);
    }
}
