package io.edgesocket.settings.schema;

/** An amount of memory as AWS counts it: 1 GB is 1,024 MB. */
public record Megabytes(int count) implements Comparable<Megabytes> {

    @Override
    public int compareTo(Megabytes other) {
        return Integer.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + "MB";
    }
}
