package io.bandwatch.dsp.ts;

import io.bandwatch.dsp.ts.check.PcrReference;
import io.bandwatch.dsp.ts.check.StreamChecks;
import io.bandwatch.dsp.ts.check.TsLimits;
import io.bandwatch.dsp.ts.clock.ArrivalStamps;
import io.bandwatch.dsp.ts.clock.StreamClock;
import io.bandwatch.dsp.ts.packet.Header;
import io.bandwatch.dsp.ts.packet.Interest;
import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.dsp.ts.packet.PacketEvents;
import io.bandwatch.dsp.ts.packet.PacketFormat;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.service.ServiceDirectory;
import io.bandwatch.dsp.ts.splice.ProgrammeClocks;
import io.bandwatch.dsp.ts.splice.SpliceReader;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsClock;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Leads what the packets tell to the clock, the tables and the checks; decides when a second is over. */
final class StreamAnalysis implements PacketEvents, SectionRouter.Destination {
    private static final long SECOND_NS = 1_000_000_000;
    private static final long TICK_NS = SECOND_NS / 10;

    /** Without a clock: looks this often, and takes so many packets for a second. */
    private static final int TICK_PACKETS = 1000;

    private static final int OBSERVATION_PACKETS = 20_000;

    private final StreamClock clock = new StreamClock();
    private final ArrivalStamps stamps = new ArrivalStamps();
    private final PacketCounter counter = new PacketCounter(this);
    private final ServiceDirectory directory = new ServiceDirectory();
    private final SectionRouter sections = new SectionRouter(this);
    private final StreamChecks checks;
    private final ProgrammeClocks clocks = new ProgrammeClocks();
    private final SpliceReader spliceReader = new SpliceReader();
    private final List<TsSplice> splices = new ArrayList<>();
    private final T2miWatch t2mi = new T2miWatch();
    private final PidRole[] roles = new PidRole[PacketCounter.PIDS];
    private final boolean payloads;
    private long generation = -1;
    private long nextTickNs = TICK_NS;
    private long nextObservationNs = SECOND_NS;
    private long nextObservationPosition = OBSERVATION_PACKETS;
    private boolean due;

    /** Without payloads nothing behind the header and the adaptation field of a packet is looked at. */
    StreamAnalysis(TsLimits limits, boolean payloads) {
        this.payloads = payloads;
        checks = new StreamChecks(limits, counter, payloads);
        Arrays.fill(roles, PidRole.UNKNOWN);
        readTables();
    }

    PacketCounter counter() {
        return counter;
    }

    StreamClock clock() {
        return clock;
    }

    ServiceDirectory directory() {
        return directory;
    }

    StreamChecks checks() {
        return checks;
    }

    PidRole role(int pid) {
        return roles[pid];
    }

    long crcErrors() {
        return sections.crcErrors();
    }

    long nowNs() {
        return clock.timeNs(counter.position());
    }

    /** Time as far as the stream shows it. */
    long shownNs() {
        return clock.shownNs(counter.position());
    }

    /** The clock is set, or there is none: packets follow. */
    void begin() {
        if (clock.source() != TsClock.NONE) {
            checks.startTime();
        }
        schedule();
    }

    /** Whether the time of the next packet is known. */
    boolean ready() {
        return counter.position() < clock.knownUntil();
    }

    /** More may be known of the time now. */
    void resume() {
        schedule();
    }

    /** The packets that follow arrived at this time; without any, time passes all the same. */
    void arrived(long arrivalNs) {
        clock.arrived(arrivalNs);
        if (nowNs() >= nextTickNs) {
            tick();
        }
    }

    /** Whether an observation is due. */
    boolean due() {
        return due;
    }

    /** It is made; the splice commands since the one before are handed over. */
    TsSplice[] observed() {
        due = false;
        TsSplice[] since = clocks.dated(splices, directory.services());
        splices.clear();
        return since;
    }

    /** Sections of splice information that are encrypted. */
    long encryptedSplices() {
        return spliceReader.encrypted();
    }

    /** Whether a PID carries T2-MI, by its packets. */
    boolean t2mi() {
        return t2mi.found();
    }

    @Override
    public void stamp(int ticks) {
        if (clock.source() == TsClock.ARRIVAL) {
            clock.arrived(stamps.timeNs(ticks));
            if (nowNs() >= nextTickNs) {
                counter.tickAt(counter.position());
            }
        }
    }

    @Override
    public void syncFound(PacketFormat format) {
        checks.syncFound();
    }

    @Override
    public void syncLost() {
        checks.syncLost(nowNs());
    }

    @Override
    public void wrongSyncByte() {
        checks.wrongSyncByte(nowNs());
    }

    @Override
    public void continuityError(int pid) {
        checks.continuityError(pid, nowNs());
    }

    @Override
    public void transportError() {
        checks.transportError(nowNs());
    }

    @Override
    public void appeared(int pid) {
        checks.appeared(pid, roles[pid], nowNs());
    }

    @Override
    public void pcr(int pid, long ticks, boolean discontinuity) {
        long position = counter.position();
        boolean arrivals = clock.source() == TsClock.ARRIVAL;
        clocks.came(pid, ticks, clock.timeNs(position));
        checks.pcr(new PcrReference(pid, ticks, discontinuity, position, clock.timeNs(position), arrivals));
    }

    @Override
    public void payload(byte[] buffer, int from, int end, int header, boolean broken) {
        int pid = Header.pid(header);
        PidRole role = roles[pid];
        if (Header.scrambled(header)) {
            checks.scrambled(pid, role, nowNs());
        } else if (isStream(role)) {
            checks.unitStart(pid, buffer, from, end, nowNs());
        } else {
            SectionRouter.Payload payload =
                    new SectionRouter.Payload(buffer, from, end, Header.unitStart(header), broken);
            if (directory.carriesSections(pid)) {
                sections.payload(pid, payload);
            } else {
                t2mi.payload(pid, payload);
                assign(pid, role);
            }
        }
    }

    @Override
    public boolean tick() {
        long nowNs = nowNs();
        long position = counter.position();
        boolean timed = clock.source() != TsClock.NONE;
        if (timed && nowNs >= nextTickNs) {
            checks.look(nowNs);
            nextTickNs = (nowNs / TICK_NS + 1) * TICK_NS;
            if (nowNs >= nextObservationNs) {
                nextObservationNs = (nowNs / SECOND_NS + 1) * SECOND_NS;
                due = true;
            }
        } else if (!timed && position >= nextObservationPosition) {
            nextObservationPosition = position + OBSERVATION_PACKETS;
            due = true;
        }
        schedule();
        return due || !ready();
    }

    @Override
    public void section(int pid, Section section, int length) {
        if (roles[pid] == PidRole.SCTE35) {
            splices.addAll(spliceReader.read(nowNs(), pid, section.bytes(), length));
        }
        directory.section(pid, section.bytes(), length);
        if (directory.generation() != generation) {
            readTables();
        }
        checks.section(pid, section, nowNs());
    }

    @Override
    public void damaged(int pid, Section section) {
        checks.damaged(pid, section, nowNs());
    }

    private void schedule() {
        long position = counter.position();
        switch (clock.source()) {
            case NONE -> counter.tickAt(position + TICK_PACKETS);
            case PCR -> counter.tickAt(Math.min(clock.positionAt(nextTickNs, position), clock.knownUntil()));
            case ARRIVAL -> counter.tickAt(Long.MAX_VALUE);
        }
    }

    private void readTables() {
        generation = directory.generation();
        Set<Integer> pmtPids = new TreeSet<>();
        Set<Integer> pcrPids = new TreeSet<>();
        for (TsService service : directory.services()) {
            addPid(pmtPids, service.pmtPid());
            addPid(pcrPids, service.pcrPid());
        }
        for (int pid = 0; pid < PacketCounter.PIDS; pid++) {
            assign(pid, directory.role(pid));
        }
        checks.named(directory::role, pmtPids, pcrPids, nowNs());
    }

    private void assign(int pid, PidRole role) {
        roles[pid] = role;
        if (!payloads) {
            return;
        }
        if (directory.carriesSections(pid)) {
            counter.want(pid, Interest.EVERYTHING);
            return;
        }
        sections.close(pid);
        if (isStream(role)) {
            counter.want(pid, Interest.UNIT_STARTS);
        } else {
            boolean ask = (role == PidRole.UNKNOWN || role == PidRole.DATA) && t2mi.open(pid);
            counter.want(pid, ask ? Interest.EVERYTHING : Interest.NOTHING);
        }
    }

    private static boolean isStream(PidRole role) {
        return role == PidRole.VIDEO || role == PidRole.AUDIO;
    }

    private static void addPid(Set<Integer> set, int pid) {
        if (pid >= 0 && pid < PacketCounter.NULL_PID) {
            set.add(pid);
        }
    }
}
