package io.edgesocket.local.lambda.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a class call stand-ins where it calls certain classes of the JDK, for some of their members; the others stay as
 * they are. A stand-in's members are static, and have the same names and types. In the place of an instance method stands
 * one that takes the instance as its first argument. In the place of a constructor stands a method {@code arguments},
 * which takes the constructor's arguments and returns the text that the constructor is called with instead.
 */
record CallRewriter(List<StandIn> standIns) {
    static final String CONSTRUCTOR = "<init>";
    private static final char UTF8 = 1;
    private static final String OF_TEXT = "(Ljava/lang/String;)V";

    /**
     * @param replaced a class of the JDK, which has no subclasses
     * @param by       has these members too
     * @param members  names of fields and methods
     */
    record StandIn(Class<?> replaced, Class<?> by, Set<String> members) {
        StandIn {
            members = Set.copyOf(members);
        }

        String name() {
            return Type.getInternalName(replaced);
        }

        /**
         * How its name stands among the constants of a class file: with its length before it, so that {@code Runtime} isn't
         * found in {@code RuntimeException}, which most classes name.
         *
         * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4.7">JVMS, 4.4.7</a>
         */
        String constant() {
            return "" + UTF8 + (char) (name().length() >> 8) + (char) (name().length() & 0xff) + name();
        }

        String byName() {
            return Type.getInternalName(by);
        }
    }

    CallRewriter {
        standIns = List.copyOf(standIns);
    }

    /** @return the same array if the class has nothing to do with any of the replaced classes */
    byte[] rewrite(byte[] classFile) {
        // Most classes don't name them: they need not be taken apart.
        var text = new String(classFile, ISO_8859_1);
        return standIns.stream().anyMatch(each -> text.contains(each.constant())) ? rewritten(classFile) : classFile;
    }

    private byte[] rewritten(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new Classes(writer), 0);
        return writer.toByteArray();
    }

    private Optional<StandIn> standIn(String owner, String member) {
        for (var each : standIns) {
            if (each.name().equals(owner) && each.members().contains(member)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String withInstance(String owner, String descriptor) {
        return "(L" + owner + ";" + descriptor.substring(1);
    }

    private static String returningText(String constructor) {
        return constructor.replace(")V", ")Ljava/lang/String;");
    }

    /** A constant of a class file: {@code System::getenv} is a handle among the arguments of a lambda's call. */
    private Object constant(Object value) {
        if (value instanceof Handle handle) {
            return handle(handle);
        }
        return value instanceof ConstantDynamic computed
                ? new ConstantDynamic(
                        computed.getName(),
                        computed.getDescriptor(),
                        handle(computed.getBootstrapMethod()),
                        arguments(computed))
                : value;
    }

    private Object[] arguments(ConstantDynamic computed) {
        var arguments = new Object[computed.getBootstrapMethodArgumentCount()];
        Arrays.setAll(arguments, i -> constant(computed.getBootstrapMethodArgument(i)));
        return arguments;
    }

    private Handle handle(Handle handle) {
        var standIn = standIn(handle.getOwner(), handle.getName());
        if (standIn.isEmpty()) {
            return handle;
        }
        var by = standIn.get().byName();
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKEVIRTUAL ->
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        by,
                        handle.getName(),
                        withInstance(handle.getOwner(), handle.getDesc()),
                        false);
            case Opcodes.H_NEWINVOKESPECIAL ->
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        by,
                        "create",
                        handle.getDesc().replace(")V", ")L" + handle.getOwner() + ";"),
                        false);
            default -> new Handle(handle.getTag(), by, handle.getName(), handle.getDesc(), false);
        };
    }

    private final class Classes extends ClassVisitor {
        Classes(ClassVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Methods(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private final class Methods extends MethodVisitor {
        Methods(MethodVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            super.visitFieldInsn(
                    opcode, standIn(owner, name).map(StandIn::byName).orElse(owner), name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            var standIn = standIn(owner, name);
            if (standIn.isEmpty()) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else if (name.equals(CONSTRUCTOR)) {
                invokeStatic(standIn.get(), "arguments", returningText(descriptor));
                super.visitMethodInsn(opcode, owner, name, OF_TEXT, false);
            } else {
                invokeStatic(
                        standIn.get(),
                        name,
                        opcode == Opcodes.INVOKESTATIC ? descriptor : withInstance(owner, descriptor));
            }
        }

        private void invokeStatic(StandIn standIn, String name, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, standIn.byName(), name, descriptor, false);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(
                    name,
                    descriptor,
                    handle(bootstrap),
                    Arrays.stream(arguments).map(CallRewriter.this::constant).toArray());
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(constant(value));
        }
    }
}
