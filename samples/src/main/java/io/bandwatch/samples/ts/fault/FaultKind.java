package io.bandwatch.samples.ts.fault;

import static io.bandwatch.signal.ts.TsIndicator.CAT_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.CONTINUITY_COUNT_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.CRC_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.EIT_ACTUAL_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.EIT_OTHER_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.EIT_PF_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.NIT_ACTUAL_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.NIT_OTHER_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.PAT_ERROR_2;
import static io.bandwatch.signal.ts.TsIndicator.PCR_ACCURACY_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.PCR_REPETITION_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.PID_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.PMT_ERROR_2;
import static io.bandwatch.signal.ts.TsIndicator.PTS_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.RST_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.SDT_ACTUAL_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.SDT_OTHER_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.SI_REPETITION_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.SYNC_BYTE_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.TDT_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.TRANSPORT_ERROR;
import static io.bandwatch.signal.ts.TsIndicator.TS_SYNC_LOSS;
import static io.bandwatch.signal.ts.TsIndicator.UNREFERENCED_PID;

import io.bandwatch.samples.ts.packet.TableIds;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Faults of TR 101 290, each with the indicators that must show it and no others. A sync byte cannot be lost for long without
 * being wrong, nor a sound be missing without its presentation times, nor a reference come late without a step of its clock:
 * those come in pairs.
 */
public enum FaultKind {
    SYNC_LOSS(3, Which.any(), Manner.syncLoss(), TS_SYNC_LOSS, SYNC_BYTE_ERROR),
    SYNC_BYTE(1, Which.any(), Manner.once(Edits::wrongSyncByte), SYNC_BYTE_ERROR),
    PAT_MISSING(700, Which.pid(0x00), Manner.withheld(), PAT_ERROR_2),
    PAT_WRONG(100, Which.table(TableIds.PAT), Manner.once(Edits::wrongTableId), PAT_ERROR_2),
    PAT_SCRAMBLED(100, Which.table(TableIds.PAT), Manner.scrambledOnce(), PAT_ERROR_2),
    PACKET_LOST(40, Which.on(FaultTargets::picturePid, Content.UNIT), Manner.once(Edits::loss), CONTINUITY_COUNT_ERROR),
    /** One and the same fault of reception, for four seconds. */
    PACKETS_LOST(
            4000,
            Which.on(FaultTargets::picturePid, Content.UNIT),
            Manner.altered(Edits::everyFourthLost),
            CONTINUITY_COUNT_ERROR),
    /** Two packets that follow each other come the other way round. */
    PACKETS_EXCHANGED(
            100,
            Which.on(FaultTargets::picturePid, Content.UNIT),
            Manner.times(2, Edits::exchanged),
            CONTINUITY_COUNT_ERROR),
    PACKET_THRICE(100, Which.on(FaultTargets::picturePid, Content.UNIT), Manner.threeTimes(), CONTINUITY_COUNT_ERROR),
    PMT_MISSING(700, Which.on(FaultTargets::pmtPid), Manner.withheld(), PMT_ERROR_2),
    PMT_SCRAMBLED(200, Which.on(FaultTargets::pmtPid), Manner.scrambledOnce(), PMT_ERROR_2),
    /** Another table in its place. */
    PMT_REPLACED(700, Which.wholeOn(FaultTargets::pmtPid), Manner.altered(Edits::wrongTableId), PMT_ERROR_2),
    SOUND_MISSING(6000, Which.on(FaultTargets::soundPid), Manner.withheld(), PID_ERROR, PTS_ERROR),
    TRANSPORT_ERRORED(1000, Which.stuffing(), Manner.once(Edits::transportError), TRANSPORT_ERROR),
    CRC(1000, Which.crcTable(), Manner.once(Edits::wrongBit), CRC_ERROR),
    REFERENCE_LATE(
            150,
            Which.on(FaultTargets::referencePid, Content.REFERENCE),
            Manner.withheld(),
            PCR_REPETITION_ERROR,
            PCR_DISCONTINUITY_INDICATOR_ERROR),
    /** Five seconds ahead from then on, which no reference before it lets expect. */
    REFERENCE_JUMP(
            1000,
            Which.on(FaultTargets::referencePid, Content.REFERENCE),
            Manner.alteredForGood(Edits.ahead(5 * 27_000_000L)),
            PCR_DISCONTINUITY_INDICATOR_ERROR),
    /** A microsecond ahead. */
    REFERENCE_INACCURATE(
            40,
            Which.on(FaultTargets::referencePid, Content.REFERENCE),
            Manner.once(Edits.ahead(27)),
            PCR_ACCURACY_ERROR),
    PTS_MISSING(
            1000, Which.on(FaultTargets::picturePid, Content.UNIT_START), Manner.altered(Edits::withoutPts), PTS_ERROR),
    CAT_MISSING(2000, Which.on(FaultTargets::soundPid), Manner.scrambledWithoutCat(), CAT_ERROR),
    CAT_WRONG(100, Which.stuffing(), Manner.once(Edits.foreign(0x01)), CAT_ERROR),
    NIT_MISSING(11_000, Which.table(TableIds.NIT), Manner.withheld(), NIT_ACTUAL_ERROR),
    NIT_WRONG(100, Which.between(0x10), Manner.once(Edits.foreign(0x10)), NIT_ACTUAL_ERROR),
    NIT_TOO_SOON(100, Which.whole(TableIds.NIT), Manner.sectionAgainTwice(), NIT_ACTUAL_ERROR),
    NIT_OTHER_MISSING(11_000, Which.table(TableIds.NIT_OTHER), Manner.withheld(), NIT_OTHER_ERROR),
    BAT_MISSING(11_000, Which.table(TableIds.BAT), Manner.withheld(), SI_REPETITION_ERROR),
    TOT_MISSING(31_000, Which.table(TableIds.TOT), Manner.withheld(), SI_REPETITION_ERROR),
    STRANGER(2000, Which.stuffing(), Manner.altered(Edits::stranger), UNREFERENCED_PID),
    SDT_MISSING(2500, Which.table(TableIds.SDT), Manner.withheld(), SDT_ACTUAL_ERROR),
    SDT_WRONG(100, Which.between(0x11), Manner.once(Edits.foreign(0x11)), SDT_ACTUAL_ERROR),
    SDT_TOO_SOON(100, Which.whole(TableIds.SDT), Manner.sectionAgainTwice(), SDT_ACTUAL_ERROR),
    SDT_OTHER_MISSING(11_000, Which.table(TableIds.SDT_OTHER), Manner.withheld(), SDT_OTHER_ERROR),
    EIT_MISSING(2500, Which.table(TableIds.EIT), Manner.withheld(), EIT_ACTUAL_ERROR),
    EIT_WRONG(100, Which.between(0x12), Manner.once(Edits.foreign(0x12)), EIT_ACTUAL_ERROR),
    EIT_TOO_SOON(2000, Which.whole(TableIds.EIT), Manner.sectionAgain(), EIT_ACTUAL_ERROR),
    EIT_OTHER_MISSING(11_000, Which.table(TableIds.EIT_OTHER), Manner.withheld(), EIT_OTHER_ERROR),
    /** The present event of one service three times and more, and not the following one. */
    FOLLOWING_MISSING(6000, Which.event(TableIds.EIT, 1), Manner.withheld(), EIT_PF_ERROR),
    /** The other way round. */
    PRESENT_MISSING(6000, Which.event(TableIds.EIT, 0), Manner.withheld(), EIT_PF_ERROR),
    RST_TOO_SOON(10, Which.stuffing(), Manner.times(2, Edits::rst), RST_ERROR),
    RST_WRONG(100, Which.stuffing(), Manner.once(Edits.foreign(0x13)), RST_ERROR),
    TDT_MISSING(31_000, Which.table(TableIds.TDT), Manner.withheld(), TDT_ERROR),
    TDT_WRONG(100, Which.between(0x14), Manner.once(Edits.foreign(0x14)), TDT_ERROR),
    TDT_TOO_SOON(100, Which.whole(TableIds.TDT), Manner.sectionAgainTwice(), TDT_ERROR);

    private static final long NS_PER_MS = 1_000_000;

    private final long durationMs;

    @SuppressWarnings("ImmutableEnumChecker") // says what, and remembers nothing
    private final Which which;

    @SuppressWarnings("ImmutableEnumChecker") // makes faults, and remembers none
    private final Manner manner;

    @SuppressWarnings("ImmutableEnumChecker") // wrapped when it is made
    private final Set<TsIndicator> indicators;

    FaultKind(long durationMs, Which which, Manner manner, TsIndicator first, TsIndicator... others) {
        this.durationMs = durationMs;
        this.which = which;
        this.manner = manner;
        this.indicators = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The fault, for one stream, from this stream time on. */
    public List<Fault> at(long startNs, FaultTargets targets) {
        return manner.faults(which.in(targets), new Span(startNs, startNs + durationNs()), targets);
    }

    /** What in a stream it befalls; a stream that has none of it cannot have the fault. */
    public Predicate<TsPart> befalls(FaultTargets targets) {
        return which.in(targets);
    }

    /** How long it goes on, ns. */
    public long durationNs() {
        return durationMs * NS_PER_MS;
    }

    /** Indicators that must show it. */
    public Set<TsIndicator> indicators() {
        return indicators;
    }
}
