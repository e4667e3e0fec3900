package io.edgesocket.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class file of a program. Its calls of {@code Pulumi} and {@code System.exit} now call {@link ProgramCalls}.
 *
 * @param unreachable where it calls {@code Pulumi.run} although an earlier call of it never returns
 */
record RedirectedCalls(byte[] classFile, Optional<String> unreachable) {
    private static final String PULUMI = "com/pulumi/Pulumi";
    private static final String API = "com/pulumi/Pulumi$API";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String CALLS = ProgramCalls.class.getName().replace('.', '/');
    private static final Map<String, Set<String>> REDIRECTED = Map.of(
            PULUMI,
            Set.of("run", "runAsync", "withOptions"),
            "java/lang/System",
            Set.of("exit"),
            RUNTIME,
            Set.of("exit", "halt"));

    static RedirectedCalls in(byte[] classFile) {
        // Most classes contain none of these names. Reading them further would cost time for nothing.
        var text = new String(classFile, ISO_8859_1);
        if (!text.contains(PULUMI) && !text.contains("exit") && !text.contains("halt")) {
            return new RedirectedCalls(classFile, Optional.empty());
        }
        var reader = new ClassReader(classFile);
        var writer = new ClassWriter(reader, 0);
        var calls = new Calls(writer);
        reader.accept(calls, 0);
        return new RedirectedCalls(writer.toByteArray(), calls.unreachable);
    }

    private static boolean isRedirected(String owner, String method) {
        return REDIRECTED.getOrDefault(owner, Set.of()).contains(method);
    }

    /** The replacement of an instance method is static: it takes the instance as its first argument. */
    private static String descriptor(String owner, String descriptor) {
        return owner.equals(RUNTIME) ? "(L" + RUNTIME + ";" + descriptor.substring(1) : descriptor;
    }

    private static final class Calls extends ClassVisitor {
        private String file = "";
        private Optional<String> unreachable = Optional.empty();

        Calls(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitSource(String source, String debug) {
            file = source;
            super.visitSource(source, debug);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Body(super.visitMethod(access, name, descriptor, signature, exceptions));
        }

        private final class Body extends MethodVisitor {
            private final Set<Label> reachedByJumps = new HashSet<>();
            private boolean afterRun;
            private int line;

            Body(MethodVisitor next) {
                super(Opcodes.ASM9, next);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
                if ((owner.equals(PULUMI) || owner.equals(API)) && name.startsWith("run")) {
                    ran(name);
                }
                if (isRedirected(owner, name)) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, name, descriptor(owner, descriptor), false);
                } else {
                    super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
                }
            }

            private void ran(String name) {
                if (afterRun) {
                    unreachable = unreachable.or(() -> Optional.of(file + ":" + line));
                }
                afterRun = afterRun || name.equals("run");
            }

            /** A method reference, such as {@code System::exit}. */
            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                var redirected = arguments.clone();
                for (var i = 0; i < redirected.length; i++) {
                    if (redirected[i] instanceof Handle method && isRedirected(method.getOwner(), method.getName())) {
                        redirected[i] = new Handle(
                                Opcodes.H_INVOKESTATIC,
                                CALLS,
                                method.getName(),
                                descriptor(method.getOwner(), method.getDesc()),
                                false);
                    }
                }
                super.visitInvokeDynamicInsn(name, descriptor, bootstrap, redirected);
            }

            @Override
            public void visitLineNumber(int number, Label start) {
                line = number;
                super.visitLineNumber(number, start);
            }

            // A jump can reach its target without the first run, and the line before a target may not lead there: both
            // reset afterRun.

            @Override
            public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
                reachedByJumps.add(handler);
                super.visitTryCatchBlock(start, end, handler, type);
            }

            @Override
            public void visitLabel(Label label) {
                afterRun = afterRun && !reachedByJumps.contains(label);
                super.visitLabel(label);
            }

            @Override
            public void visitJumpInsn(int opcode, Label target) {
                reachedByJumps.add(target);
                afterRun = afterRun && opcode != Opcodes.GOTO;
                super.visitJumpInsn(opcode, target);
            }

            @Override
            public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
                reachedByJumps.add(otherwise);
                reachedByJumps.addAll(List.of(labels));
                super.visitTableSwitchInsn(min, max, otherwise, labels);
            }

            @Override
            public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
                reachedByJumps.add(otherwise);
                reachedByJumps.addAll(List.of(labels));
                super.visitLookupSwitchInsn(otherwise, keys, labels);
            }

            @Override
            public void visitInsn(int opcode) {
                var ends = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
                afterRun = afterRun && !ends;
                super.visitInsn(opcode);
            }
        }
    }
}
