package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a CAT says (ISO/IEC 13818-1, 2.4.4.6).
 *
 * @param systems conditional access systems
 * @param emmPids where their messages come
 */
public record Entitlements(Set<Integer> systems, Set<Integer> emmPids) {
    public static Entitlements of(Section section) {
        Set<Integer> systems = new TreeSet<>();
        Set<Integer> emmPids = new TreeSet<>();
        Descriptors descriptors = new Descriptors(section, section.bodyStart(), section.bodyEnd());
        while (descriptors.next()) {
            Access.read(descriptors, systems, emmPids);
        }
        return new Entitlements(systems, emmPids);
    }
}
