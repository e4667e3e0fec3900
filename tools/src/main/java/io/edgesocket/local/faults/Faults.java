package io.edgesocket.local.faults;

import io.edgesocket.local.faults.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are set now. Where there is none, it costs a look at an empty list. */
public final class Faults {
    private volatile List<Fault> set;

    public Faults(List<Fault> set) {
        this.set = List.copyOf(set);
    }

    /** It takes the place of one of the same kind and name. */
    public synchronized void set(Fault fault) {
        var next = new ArrayList<>(set);
        next.removeIf(former -> isFor(former, fault.kind(), fault.of()));
        next.add(fault);
        set = List.copyOf(next);
    }

    public synchronized void clear() {
        set = List.of();
    }

    public List<Fault> all() {
        return set;
    }

    /** The fault of a kind for a route or function, if there is one. It counts as one time. */
    public Optional<Fault> take(Kind kind, String of) {
        return set.isEmpty() ? Optional.empty() : counted(kind, of);
    }

    private synchronized Optional<Fault> counted(Kind kind, String of) {
        var found = set.stream().filter(fault -> isFor(fault, kind, of)).findFirst();
        found.filter(fault -> fault.times() > 0).ifPresent(fault -> {
            var next = new ArrayList<>(set);
            next.remove(fault);
            if (fault.times() > 1) {
                next.add(new Fault(fault.kind(), fault.of(), fault.delay(), fault.times() - 1));
            }
            set = List.copyOf(next);
        });
        return found;
    }

    private static boolean isFor(Fault fault, Kind kind, String of) {
        return fault.kind() == kind && fault.of().equals(of);
    }
}
