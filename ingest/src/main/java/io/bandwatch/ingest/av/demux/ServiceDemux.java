package io.bandwatch.ingest.av.demux;

import io.bandwatch.dsp.ts.packet.Header;
import io.bandwatch.dsp.ts.packet.Interest;
import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.dsp.ts.packet.PacketEvents;
import io.bandwatch.dsp.ts.packet.PacketFormat;
import io.bandwatch.dsp.ts.packet.PacketReader;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.SectionAssembler;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.table.ProgrammeMap;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes one service out of a transport stream. Pictures and sound alone are handed on, those as well that came before the
 * tables which tell where. A damaged section is waited for
 * again; a damaged unit is handed on as it is, as a receiver would.
 */
public final class ServiceDemux {
    private static final int PAT_PID = 0;

    /** A second of a full multiplex, in which any PMT comes twice (TR 101 290, indicator 1.5: every 0.5 s). */
    private static final int MOST_EARLY_BYTES = 1 << 22;

    private final int programme;
    private final UnitSink sink;
    private PacketCounter counter = new PacketCounter(new Events());
    private PacketReader reader = new PacketReader(counter);
    private final Map<Integer, PesAssembler> tracks = new TreeMap<>();
    private final SectionAssembler pat = new SectionAssembler((bytes, length) -> pat(new Section(bytes, length)));
    private SectionAssembler pmt = newPmt();
    private int pmtPid = -1;
    private int chosen;
    private List<TsComponent> components = List.of();

    /** What came before the tables said what it is. */
    private @Nullable ByteArrayOutputStream early = new ByteArrayOutputStream();

    /**
     * Prepares to look for a service.
     *
     * @param programme program_number; 0 is the first of the PAT
     */
    public ServiceDemux(int programme, UnitSink sink) {
        this.programme = programme;
        this.sink = sink;
        counter.want(PAT_PID, Interest.EVERYTHING);
    }

    /** Takes bytes, cut anywhere. */
    public void accept(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream kept = early;
        if (kept != null) {
            kept.write(bytes, offset, length);
        }
        reader.accept(bytes, offset, length);
        if (kept != null && (!components.isEmpty() || kept.size() > MOST_EARLY_BYTES)) {
            begin(kept.toByteArray());
        }
    }

    /** The tracks are known now: from the beginning again, with them. */
    private void begin(byte[] bytes) {
        early = null;
        List<TsComponent> known = components;
        components = List.of();
        counter = new PacketCounter(new Events());
        reader = new PacketReader(counter);
        counter.want(PAT_PID, Interest.EVERYTHING);
        if (pmtPid >= 0) {
            counter.want(pmtPid, Interest.EVERYTHING);
        }
        take(known);
        reader.accept(bytes, 0, bytes.length);
    }

    /** Nothing follows. */
    public void end() {
        reader.end();
        ByteArrayOutputStream kept = early;
        if (kept != null) {
            begin(kept.toByteArray());
            reader.end();
        }
        tracks.values().forEach(PesAssembler::flush);
    }

    /** Packets that were missing, of all PIDs. */
    public long continuityErrors() {
        return counter.continuityErrors();
    }

    private SectionAssembler newPmt() {
        return new SectionAssembler((bytes, length) -> pmt(new Section(bytes, length)));
    }

    private void pat(Section section) {
        if (section.tableId() != TableId.PAT || !section.extended() || !section.current()) {
            return;
        }
        for (int at = section.bodyStart(); at + 4 <= section.bodyEnd(); at += 4) {
            int number = section.u16(at);
            boolean wanted = programme == 0 ? number != 0 && (chosen == 0 || number == chosen) : number == programme;
            if (wanted) {
                chosen = number;
                follow(section.pid(at + 2));
                return;
            }
        }
    }

    private void follow(int pid) {
        if (pid == pmtPid || pid == PAT_PID) {
            return;
        }
        if (pmtPid >= 0 && !tracks.containsKey(pmtPid)) {
            counter.want(pmtPid, Interest.NOTHING);
        }
        pmtPid = pid;
        pmt = newPmt();
        counter.want(pid, Interest.EVERYTHING);
    }

    private void pmt(Section section) {
        boolean ours = section.tableId() == TableId.PMT
                && section.extended()
                && section.current()
                && section.extension() == chosen;
        if (!ours) {
            return;
        }
        List<TsComponent> now = ProgrammeMap.of(section).components().stream()
                .filter(component -> component.role() == PidRole.VIDEO || component.role() == PidRole.AUDIO)
                .toList();
        if (early == null) {
            take(now);
        } else {
            components = now;
        }
    }

    private void take(List<TsComponent> now) {
        if (now.equals(components)) {
            return;
        }
        components = now;
        tracks.values().forEach(PesAssembler::flush);
        tracks.keySet().forEach(pid -> counter.want(pid, pid == pmtPid ? Interest.EVERYTHING : Interest.NOTHING));
        tracks.clear();
        for (TsComponent component : now) {
            int pid = component.pid();
            tracks.put(pid, new PesAssembler(unit -> sink.unit(pid, unit)));
            counter.want(pid, Interest.EVERYTHING);
        }
        sink.components(now);
    }

    private final class Events implements PacketEvents {
        @Override
        public void payload(byte[] buffer, int from, int end, int header, boolean broken) {
            int pid = Header.pid(header);
            if (pid == PAT_PID) {
                pat.accept(buffer, from, end, Header.unitStart(header), broken);
            } else if (pid == pmtPid) {
                pmt.accept(buffer, from, end, Header.unitStart(header), broken);
            } else {
                track(pid, buffer, from, end, header, broken);
            }
        }

        private void track(int pid, byte[] buffer, int from, int end, int header, boolean broken) {
            PesAssembler track = tracks.get(pid);
            if (track == null) {
                return;
            }
            if (Header.scrambled(header)) {
                sink.scrambled(pid);
            } else {
                track.accept(buffer, from, end, Header.unitStart(header), broken);
            }
        }

        @Override
        public void syncFound(PacketFormat format) {}

        @Override
        public void syncLost() {}

        @Override
        public void wrongSyncByte() {}

        @Override
        public void continuityError(int pid) {}

        @Override
        public void transportError() {}

        @Override
        public void appeared(int pid) {}

        @Override
        public void pcr(int pid, long ticks, boolean discontinuity) {}

        @Override
        public boolean tick() {
            return false;
        }
    }
}
