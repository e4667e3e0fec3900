package io.edgesocket.components.functions;

/**
 * The processor that a function runs on. Native libraries in its code and its layers must be built for it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html">Lambda instruction set
 *     architectures</a>
 */
public enum Architecture {
    X86_64,
    ARM64;

    /** Lambda's own name for it. */
    public String nameInAws() {
        return this == X86_64 ? "x86_64" : "arm64";
    }
}
