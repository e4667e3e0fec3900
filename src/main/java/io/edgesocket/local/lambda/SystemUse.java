package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Lets a class use {@link FunctionSystem} where it says {@link System}. Only the table of names at the head of a class
 * file has to change for that: a member's entry there names its class by another entry, and is given a new one.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">The constant pool</a>
 */
final class SystemUse {
    private static final String SYSTEM = "java/lang/System";
    private static final String STAND_IN = FunctionSystem.class.getName().replace('.', '/');
    private static final Set<String> MEMBERS = Set.of("getenv", "out", "err", "setOut", "setErr", "exit");
    private static final int COUNT_AT = 8;
    private static final int ENTRIES_AT = 10;
    private static final int COUNT_MAX = 0xFFFF;

    /** The kinds of entries that matter here, by the tag that they begin with. */
    private static final int TEXT = 1;

    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;

    private final ByteBuffer file;
    private final int[] entries;
    private final int end;

    private SystemUse(byte[] classFile) {
        file = ByteBuffer.wrap(classFile);
        entries = new int[unsigned(COUNT_AT)];
        var next = ENTRIES_AT;
        for (var i = 1; i < entries.length; i++) {
            entries[i] = next;
            var twoPlaces = file.get(next) == LONG || file.get(next) == DOUBLE;
            next += size(next);
            i += twoPlaces ? 1 : 0;
        }
        end = next;
    }

    /** @return a class file that uses the stand-in; the same one, if it has nothing to do with {@link System} */
    static byte[] replaced(byte[] classFile) {
        // Most classes don't mention it, and are spared the rest.
        var mentioned = new String(classFile, ISO_8859_1).contains(SYSTEM);
        return mentioned ? new SystemUse(classFile.clone()).replaced() : classFile;
    }

    private byte[] replaced() {
        var standIn = entries.length + 1; // the second of two new entries
        if (standIn >= COUNT_MAX) {
            return file.array();
        }
        for (var i = 1; i < entries.length; i++) {
            if (isSystemMember(i)) {
                file.putShort(entries[i] + 1, (short) standIn);
            }
        }
        return withStandIn();
    }

    private boolean isSystemMember(int entry) {
        var tag = tag(entry);
        return (tag == FIELD || tag == METHOD)
                && text(unsigned(entries[unsigned(entries[entry] + 1)] + 1)).equals(SYSTEM)
                && MEMBERS.contains(text(unsigned(entries[unsigned(entries[entry] + 3)] + 1)));
    }

    /** Adds the stand-in's name, and a class of that name, behind all other entries. */
    private byte[] withStandIn() {
        var name = STAND_IN.getBytes(UTF_8);
        var longer = ByteBuffer.allocate(file.capacity() + 3 + name.length + 3);
        longer.put(file.array(), 0, end)
                .put((byte) TEXT)
                .putShort((short) name.length)
                .put(name)
                .put((byte) CLASS)
                .putShort((short) entries.length)
                .put(file.array(), end, file.capacity() - end);
        return longer.putShort(COUNT_AT, (short) (entries.length + 2)).array();
    }

    private int tag(int entry) {
        return entries[entry] == 0 ? 0 : file.get(entries[entry]);
    }

    private String text(int entry) {
        return new String(file.array(), entries[entry] + 3, unsigned(entries[entry] + 1), UTF_8);
    }

    private int size(int at) {
        return switch (file.get(at)) {
            case TEXT -> 3 + unsigned(at + 1);
            case CLASS, 8, 16, 19, 20 -> 3; // and strings, method types, modules, packages
            case 15 -> 4; // method handles
            case LONG, DOUBLE -> 9;
            default -> 5;
        };
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }
}
