package io.edgesocket.components.functions;

import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.Output;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link LambdaFunction} runs. Paths are relative to the project's folder, so that a plan reads the same on
 * every machine.
 */
public abstract sealed class FunctionCode permits PackagedCode, CodeOnRuntime, ImageCode {
    FunctionCode() {}

    /**
     * A handler class of this project, on Lambda's {@code java21}. What is deployed is its package as Maven compiled
     * it, and the libraries that Maven staged: the class may use these and the JDK, nothing else of the project.
     *
     * @param handler public, with a public constructor without parameters, and a Lambda {@code RequestHandler} or
     *     {@code RequestStreamHandler}
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Lambda handlers in Java</a>
     */
    public static FunctionCode java(Class<?> handler) {
        return java(handler, JavaCode.LIBRARIES);
    }

    /**
     * As {@link #java(Class)}, with libraries of its own.
     *
     * @param libraries the folder of jars that Maven staged for it
     */
    public static FunctionCode java(Class<?> handler, String libraries) {
        return new JavaCode(handler, libraries, Path.of(""));
    }

    /**
     * A handler of another build, Maven's, Gradle's or any other, on Lambda's {@code java21}. What is deployed:
     *
     * <ul>
     *   <li>of a jar, the jar, which then has to hold all that the handler needs
     *   <li>of a folder of jars, those jars: the handler's own and what it needs
     *   <li>any other folder as it is: classes in the folders of their packages, and jars in {@code lib}
     * </ul>
     *
     * @param handler the class with its package, such as {@code com.acme.Handler}, and {@code ::} and a method's name
     *     where it has none of Lambda's interfaces. At most 128 characters
     * @param code such as {@code build/libs/handlers-all.jar}; from the project's folder, and may lie outside of it. At
     *     most 250 MB, and 50 MB when zipped
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-package.html">Java packages for Lambda</a>
     */
    public static FunctionCode java(String handler, Path code) {
        return new BuiltJavaCode(handler, code);
    }

    /**
     * A folder of JavaScript, deployed as it is on Lambda's {@code nodejs22.x}.
     *
     * @param handler file without its ending, and exported name: {@code index.handler}
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html">Lambda handlers in Node.js</a>
     */
    public static FunctionCode nodejs(Path folder, String handler) {
        return new ScriptCode(ScriptLanguage.NODEJS, folder, handler);
    }

    /**
     * A folder of Python, deployed as it is on Lambda's {@code python3.13}.
     *
     * @param handler module and function: {@code app.handler}
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html">Lambda handlers in Python</a>
     */
    public static FunctionCode python(Path folder, String handler) {
        return new ScriptCode(ScriptLanguage.PYTHON, folder, handler);
    }

    /**
     * A container image in Amazon ECR, which has its own runtime, and so any language and version. The local run doesn't
     * play it.
     *
     * @param uri     with its tag, or with its digest, which changes with the image: a changed image under the same tag is
     *                not deployed. The repository is in the function's region
     * @param command takes the place of the image's own {@code CMD}, such as a handler's name; none leaves that
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Container images for Lambda</a>
     */
    public static FunctionCode image(String uri, String... command) {
        return new ImageCode(Input.now(uri), List.of(command));
    }

    /** As {@link #image(String, String...)}, of an image that another resource gives. */
    public static FunctionCode image(Output<String> uri, String... command) {
        return new ImageCode(Input.later(uri), List.of(command));
    }

    /**
     * The same code on another runtime of its language. Those are taken that the provider knows; AWS ends some of them
     * sooner, on the dates of its page. A container image has its own.
     *
     * @param runtime such as {@code nodejs20.x}
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda runtimes</a>
     */
    public final FunctionCode withRuntime(String runtime) {
        return new CodeOnRuntime(this, runtime);
    }

    /** Whether Lambda has SnapStart for its runtime: for Java from 11 on, and Python from 3.12 on. */
    public final boolean hasSnapStart() {
        return runtimeName()
                .filter(name -> LambdaLimits.SNAP_START_RUNTIME.matcher(name).matches())
                .isPresent();
    }

    /** Whether it can have layers: a container image can't. */
    public final boolean hasLayers() {
        return runtimeName().isPresent();
    }

    /** None of a container image. */
    abstract Optional<String> runtimeName();

    abstract void addTo(FunctionArgs.Builder function);

    abstract void check(Problems problems);
}
