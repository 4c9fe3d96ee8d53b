package io.bandwatch.dsp.ts.table;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.signal.ts.TsComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a PMT says (ISO/IEC 13818-1, 2.4.4.8).
 *
 * @param pcrPid where the clock comes; {@value #NO_PCR} where there is none
 * @param caSystemIds conditional access systems
 * @param ecmPids where their messages come
 * @param components in the order sent
 * @param t2mi a component carries a multiplex for transmitters
 * @param isdb a component is described as ARIB does
 */
public record ProgrammeMap(
        int pcrPid,
        Set<Integer> caSystemIds,
        Set<Integer> ecmPids,
        List<TsComponent> components,
        boolean t2mi,
        boolean isdb) {
    public static final int NO_PCR = 0x1FFF;

    private static final int REGISTRATION = 0x05;
    private static final int ARIB_DATA_COMPONENT = 0xFD;
    private static final int ARIB_COPY_CONTROL = 0xC1;

    public static ProgrammeMap of(Section section) {
        Set<Integer> systems = new TreeSet<>();
        Set<Integer> ecmPids = new TreeSet<>();
        List<TsComponent> components = new ArrayList<>();
        boolean t2mi = false;
        boolean isdb = false;
        int registration = 0;
        int at = section.endOfLoop(section.bodyStart() + 2, section.bodyEnd());
        Descriptors programme = new Descriptors(section, section.bodyStart() + 4, at);
        while (programme.next()) {
            Access.read(programme, systems, ecmPids);
            registration = programme.tag() == REGISTRATION ? programme.u32(0) : registration;
            isdb |= programme.tag() == ARIB_COPY_CONTROL;
        }
        while (at + 5 <= section.bodyEnd()) {
            ComponentReader reader = new ComponentReader(section.u8(at), registration);
            int end = section.endOfLoop(at + 3, section.bodyEnd());
            Descriptors descriptors = new Descriptors(section, at + 5, end);
            while (descriptors.next()) {
                Access.read(descriptors, systems, ecmPids);
                reader.read(descriptors);
                isdb |= descriptors.tag() == ARIB_DATA_COMPONENT;
            }
            components.add(reader.component(section.pid(at + 1)));
            t2mi |= reader.isT2mi();
            at = end;
        }
        return new ProgrammeMap(section.pid(section.bodyStart()), systems, ecmPids, components, t2mi, isdb);
    }
}
