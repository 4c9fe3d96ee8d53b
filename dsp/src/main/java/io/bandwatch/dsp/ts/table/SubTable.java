package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The sections of one sub-table (ISO/IEC 13818-1, 2.4.4.11): one version of them counts, and the old one until the new is
 * whole. A section that says "next" is not applicable yet and waits for its own repetition as the current one.
 *
 * @param <T> what a section says
 */
public final class SubTable<T> {
    private static final int NONE = -1;

    private final SortedMap<Integer, T> parts = new TreeMap<>();
    private final SortedMap<Integer, Integer> crcs = new TreeMap<>();
    private int version = NONE;
    private int lastNumber;
    private List<T> whole = List.of();
    private int wholeVersion = NONE;

    /**
     * Takes a section.
     *
     * @return true when it says what was not known
     */
    public boolean accept(Section section, Function<Section, T> decoder) {
        int number = section.number();
        if (!section.extended() || !section.current() || number > section.lastNumber()) {
            return false;
        }
        if (version != section.version() || lastNumber != section.lastNumber()) {
            parts.clear();
            crcs.clear();
            version = section.version();
            lastNumber = section.lastNumber();
        }
        Integer crc = section.crc();
        if (crc.equals(crcs.put(number, crc))) {
            return false;
        }
        parts.put(number, decoder.apply(section));
        if (parts.size() == lastNumber + 1) {
            whole = List.copyOf(parts.values());
            wholeVersion = version;
        }
        return true;
    }

    /** What the sections say, in their order: of the last whole version, or of what there is of the first. */
    public List<T> sections() {
        return wholeVersion == NONE ? List.copyOf(parts.values()) : whole;
    }

    /** Version that counts; below 0 before any. */
    public int version() {
        return wholeVersion == NONE ? version : wholeVersion;
    }
}
