package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.table.ProgrammeMap;
import io.bandwatch.dsp.ts.table.SubTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PAT and PMTs (ISO/IEC 13818-1, 2.4.4.3 and 2.4.4.8). A PMT counts where the PAT says it comes, and is forgotten when the
 * PAT moves or drops its programme.
 */
final class Programmes {
    private static final int NETWORK = 0;

    private final SubTable<Map<Integer, Integer>> pat = new SubTable<>();
    private final Map<Integer, Programme> programmes = new LinkedHashMap<>();
    private int transportStreamId = -1;
    private int networkPid = 0x10;

    /** A programme of the PAT and the sections of its PMT. */
    record Programme(int pmtPid, SubTable<ProgrammeMap> pmt) {
        /** What its PMT says, once it came. */
        @Nullable
        ProgrammeMap map() {
            return pmt.sections().isEmpty() ? null : pmt.sections().get(0);
        }
    }

    boolean acceptPat(Section section) {
        if (!pat.accept(section, Programmes::pids)) {
            return false;
        }
        transportStreamId = section.extension();
        Map<Integer, Integer> listed = new LinkedHashMap<>();
        pat.sections().forEach(listed::putAll);
        Integer network = listed.remove(NETWORK);
        networkPid = network == null ? 0x10 : network;
        Map<Integer, Programme> before = Map.copyOf(programmes);
        programmes.clear();
        listed.forEach((id, pid) -> {
            Programme known = before.get(id);
            programmes.put(id, known != null && known.pmtPid() == pid ? known : new Programme(pid, new SubTable<>()));
        });
        return true;
    }

    /** A PMT is one section (2.4.4.9), of a programme that the PAT puts on this PID. */
    boolean acceptPmt(int pid, Section section) {
        Programme programme = programmes.get(section.extension());
        return programme != null
                && programme.pmtPid() == pid
                && section.lastNumber() == 0
                && programme.pmt().accept(section, ProgrammeMap::of);
    }

    /** By program_number, in the order of the PAT. */
    Map<Integer, Programme> all() {
        return programmes;
    }

    /** Below 0 before a PAT came. */
    int transportStreamId() {
        return transportStreamId;
    }

    int networkPid() {
        return networkPid;
    }

    private static Map<Integer, Integer> pids(Section section) {
        Map<Integer, Integer> pids = new LinkedHashMap<>();
        for (int at = section.bodyStart(); at + 4 <= section.bodyEnd(); at += 4) {
            pids.put(section.u16(at), section.pid(at + 2));
        }
        return pids;
    }
}
