package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.IndicatorBook.Occurrence;
import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsPcr;
import io.bandwatch.signal.ts.TsService;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** All indicators of one stream. Every event comes with its stream time. Not thread-safe. */
public final class StreamChecks {
    private static final int PAT_PID = 0;
    private static final int CAT_PID = 1;
    private static final long HELD = -1;

    /** What headers and adaptation fields tell. */
    private static final Set<TsIndicator> OF_PACKETS = Set.of(
            TsIndicator.TS_SYNC_LOSS,
            TsIndicator.SYNC_BYTE_ERROR,
            TsIndicator.CONTINUITY_COUNT_ERROR,
            TsIndicator.TRANSPORT_ERROR,
            TsIndicator.PCR_REPETITION_ERROR,
            TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR,
            TsIndicator.PCR_ACCURACY_ERROR);

    private final IndicatorBook book = new IndicatorBook();
    private final PacketCounter counter;
    private final boolean payloads;
    private final TableChecks tables;
    private final PmtChecks pmts;
    private final CatCheck cat;
    private final PidChecks pids;
    private final PcrChecks pcrs;
    private final PesChecks pes;
    private Set<Integer> pcrPids = Set.of();
    private long syncLostNs = HELD;

    /**
     * Checks that have seen nothing yet.
     *
     * @param payloads whether they are told what packets carry; if not, nothing is said of it
     */
    public StreamChecks(TsLimits limits, PacketCounter counter, boolean payloads) {
        this.counter = counter;
        this.payloads = payloads;
        tables = new TableChecks(book, limits);
        pmts = new PmtChecks(book, limits);
        cat = new CatCheck(book, limits);
        pids = new PidChecks(book, counter, limits);
        pcrs = new PcrChecks(book, limits);
        pes = new PesChecks(book, limits);
    }

    /** The stream has a clock; said before its first packet. */
    public void startTime() {
        book.startTime();
    }

    public void syncFound() {
        syncLostNs = HELD;
    }

    public void syncLost(long nowNs) {
        syncLostNs = nowNs;
        book.count(TsIndicator.TS_SYNC_LOSS, nowNs, TsService.UNKNOWN);
        pcrs.gap();
    }

    public void wrongSyncByte(long nowNs) {
        book.count(TsIndicator.SYNC_BYTE_ERROR, nowNs, TsService.UNKNOWN);
    }

    public void continuityError(int pid, long nowNs) {
        book.count(TsIndicator.CONTINUITY_COUNT_ERROR, nowNs, pid);
        pcrs.gap();
    }

    public void transportError(long nowNs) {
        book.count(TsIndicator.TRANSPORT_ERROR, nowNs, TsService.UNKNOWN);
    }

    /** A PID came for the first time. */
    public void appeared(int pid, PidRole role, long nowNs) {
        pids.appeared(pid, role == PidRole.UNKNOWN, nowNs);
    }

    /** A clock reference. */
    public void pcr(PcrReference reference) {
        pcrs.pcr(reference);
    }

    /** A packet of a PID that is read has scrambled payload. */
    public void scrambled(int pid, PidRole role, long nowNs) {
        if (pid == PAT_PID) {
            tables.scrambledPat(nowNs);
        } else if (role == PidRole.PMT) {
            pmts.scrambled(pid, nowNs);
        } else {
            pes.blind(pid);
        }
    }

    /** A PES packet of a sound or picture may begin in these bytes. */
    public void unitStart(int pid, byte[] bytes, int from, int end, long nowNs) {
        pes.unitStart(pid, bytes, from, end, nowNs);
    }

    /** A whole section that is right; the tables have it already. */
    public void section(int pid, Section section, long nowNs) {
        tables.section(pid, section, nowNs);
        if (pid == CAT_PID) {
            cat.section(section, nowNs);
        } else if (section.tableId() == TableId.PMT) {
            pmts.came(pid, nowNs);
        }
    }

    /** A section with a wrong CRC. */
    public void damaged(int pid, Section section, long nowNs) {
        tables.damaged(pid, section, nowNs);
    }

    /** The tables have changed: what every PID is for, and where PMTs and clock references come. */
    public void named(IntFunction<PidRole> roles, Set<Integer> pmtPids, Set<Integer> referencePids, long nowNs) {
        Set<Integer> passed = new TreeSet<>(pmtPids);
        passed.retainAll(pids.seen());
        pmts.name(pmtPids, passed, nowNs);
        pids.name(roles, nowNs);
        pcrPids = Set.copyOf(referencePids);
        for (int pid : pids.seen()) {
            PidRole role = roles.apply(pid);
            if (role != PidRole.VIDEO && role != PidRole.AUDIO) {
                pes.blind(pid);
            }
        }
    }

    /** Looks at the counts of packets; to be called several times a second. */
    public void look(long nowNs) {
        pids.look(nowNs);
        cat.look(counter.scrambled(), nowNs);
    }

    /** The stream has ended. */
    public void end() {
        cat.end(counter.scrambled());
    }

    /** All indicators that can be told, with what runs now. */
    public TsIndicatorCount[] indicators(long nowNs) {
        book.clearRunning();
        look(nowNs);
        tables.look(nowNs);
        pmts.look(nowNs);
        pids.report(nowNs);
        pcrs.look(pcrPids, nowNs);
        pes.look(nowNs);
        if (syncLostNs != HELD) {
            book.running(
                    TsIndicator.TS_SYNC_LOSS,
                    new Occurrence(syncLostNs, nowNs, TsService.UNKNOWN, Double.NaN, Double.NaN));
        }
        return Arrays.stream(book.report(this::measurable))
                .filter(count -> payloads || OF_PACKETS.contains(count.indicator()))
                .toArray(TsIndicatorCount[]::new);
    }

    public TsPcr[] pcrs() {
        return pcrs.report();
    }

    /** PIDs seen, rising. */
    public SortedSet<Integer> seen() {
        return pids.seen();
    }

    /** Layer of the MPEG audio of a PID, where a frame of it was seen. */
    public Optional<Codec> audioLayer(int pid) {
        return pes.audioLayer(pid);
    }

    /** Without a clock nothing that needs one; without references nothing of them. */
    private boolean measurable(TsIndicator indicator) {
        return switch (indicator) {
            case BUFFER_ERROR, EMPTY_BUFFER_ERROR, DATA_DELAY_ERROR -> false;
            case PCR_REPETITION_ERROR, PCR_DISCONTINUITY_INDICATOR_ERROR -> book.timed() && pcrs.any();
            case PCR_ACCURACY_ERROR -> pcrs.accuracyKnown();
            default -> book.timed() || indicator.measure() != TsIndicator.Measure.INTERVAL;
        };
    }
}
