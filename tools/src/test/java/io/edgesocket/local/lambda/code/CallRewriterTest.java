package io.edgesocket.local.lambda.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A class uses a stand-in where it says {@code System}. */
class CallRewriterTest {
    private static final CallRewriter REWRITER =
            new CallRewriter(List.of(new CallRewriter.StandIn(System.class, StandIn.class, Set.of("getenv"))));

    /** Public, as the rewritten classes are another class loader's. */
    public static final class StandIn {
        private StandIn() {}

        public static String getenv(String name) {
            return name + " of the stand-in";
        }

        public static Map<String, String> getenv() {
            return Map.of("all", "of the stand-in");
        }
    }

    public static final class Calling implements Callable<Object> {
        @Override
        public Object call() {
            return System.getenv("ONE") + ", " + System.getenv().get("all");
        }
    }

    public static final class Referring implements Callable<Object> {
        @Override
        public Object call() {
            UnaryOperator<String> reference = System::getenv;
            return reference.apply("ONE");
        }
    }

    public static final class Other implements Callable<Object> {
        @Override
        public Object call() {
            return System.lineSeparator() + System.getProperty("file.separator") + "java/lang/System";
        }
    }

    public static final class Unconcerned implements Callable<Object> {
        @Override
        public Object call() {
            return "nothing";
        }
    }

    public static final class Failing implements Callable<Object> {
        @Override
        public Object call() {
            throw new RuntimeException();
        }
    }

    @Test
    void a_call_goes_to_the_stand_in() throws Exception {
        assertThat(rewritten(Calling.class).call()).isEqualTo("ONE of the stand-in, of the stand-in");
    }

    @Test
    void a_reference_to_a_method_leads_to_the_stand_in() throws Exception {
        assertThat(rewritten(Referring.class).call()).isEqualTo("ONE of the stand-in");
    }

    @Test
    void other_members_and_texts_stay_as_they_are() throws Exception {
        assertThat(rewritten(Other.class).call()).isEqualTo(new Other().call());
    }

    @Test
    void a_class_that_does_not_name_System_stays_the_same_array() throws IOException {
        var bytes = bytes(Unconcerned.class);
        assertThat(REWRITER.rewrite(bytes)).isSameAs(bytes);
    }

    @Test
    void a_class_that_names_only_one_with_a_longer_name_stays_the_same_array() throws IOException {
        var ofRuntime =
                new CallRewriter(List.of(new CallRewriter.StandIn(Runtime.class, StandIn.class, Set.of("exit"))));
        var bytes = bytes(Failing.class);
        assertThat(ofRuntime.rewrite(bytes)).isSameAs(bytes);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (var file = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            return file.readAllBytes();
        }
    }

    @SuppressWarnings("unchecked")
    private static Callable<Object> rewritten(Class<? extends Callable<Object>> type) throws Exception {
        var bytes = REWRITER.rewrite(bytes(type));
        var loader = new ClassLoader(type.getClassLoader()) {
            Class<?> define() {
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        };
        return (Callable<Object>) loader.define().getConstructor().newInstance();
    }
}
