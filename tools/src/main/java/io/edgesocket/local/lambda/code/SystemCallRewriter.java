package io.edgesocket.local.lambda.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
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
 * Makes a class use another class where it uses {@link System}: for some of its fields and methods, the others stay as
 * they are.
 *
 * @param standIn has these members too, static and with the same types
 * @param members names of static fields and methods of {@link System}
 */
record SystemCallRewriter(Class<?> standIn, Set<String> members) {
    private static final String SYSTEM = Type.getInternalName(System.class);

    SystemCallRewriter {
        members = Set.copyOf(members);
    }

    /** @return the same array if the class has nothing to do with {@link System} */
    byte[] rewrite(byte[] classFile) {
        // Most classes don't name it: they need not be taken apart.
        return new String(classFile, ISO_8859_1).contains(SYSTEM) ? rewritten(classFile) : classFile;
    }

    private byte[] rewritten(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, 0);
        reader.accept(new Classes(writer), 0);
        return writer.toByteArray();
    }

    private String owner(String owner, String member) {
        return owner.equals(SYSTEM) && members.contains(member) ? Type.getInternalName(standIn) : owner;
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
        return new Handle(
                handle.getTag(),
                owner(handle.getOwner(), handle.getName()),
                handle.getName(),
                handle.getDesc(),
                handle.isInterface());
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
            super.visitFieldInsn(opcode, owner(owner, name), name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner(owner, name), name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(
                    name,
                    descriptor,
                    handle(bootstrap),
                    Arrays.stream(arguments)
                            .map(SystemCallRewriter.this::constant)
                            .toArray());
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(constant(value));
        }
    }
}
