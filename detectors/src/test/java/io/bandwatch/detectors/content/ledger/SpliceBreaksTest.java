package io.bandwatch.detectors.content.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.ts.Streams;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.SpliceCommand;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpliceBreaksTest {
    private static final int PID = 500;
    private static final double UNKNOWN = Double.NaN;
    private static final TsService SERVICE = new TsService(
            1,
            1,
            7,
            "Seven",
            "provider",
            1,
            TsService.UNKNOWN,
            false,
            false,
            256,
            257,
            new int[0],
            new TsComponent[] {new TsComponent(PID, 0x86, Codec.OTHER, PidRole.SCTE35, null)},
            1e6);

    @Test
    void aBreakOfAKnownLengthIsAllowedFromItsMomentOn() {
        List<AuthorisedInsertion> told =
                told(stream().looks(10).splices(leaving(10.5, 4, 20)).looks(30).frames());

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(Subject.service("probe", 7));
            assertThat(one.known()).isEqualTo(at(10.5));
            assertThat(one.from()).isEqualTo(at(14.5));
            assertThat(one.to()).isEqualTo(at(34.5));
            assertThat(one.event()).isEqualTo("255");
        });
    }

    @Test
    void theReturnEndsABreakWhoseLengthNobodyTold() {
        List<AuthorisedInsertion> told = told(stream()
                .looks(10)
                .splices(leaving(10.5, 0, UNKNOWN))
                .looks(20)
                .splices(splice(30.5, 2, UNKNOWN, false, false))
                .looks(5)
                .frames());

        assertThat(told).hasSize(2);
        assertThat(told.get(0).to()).isNull();
        assertThat(told.get(1).id()).isEqualTo(told.get(0).id());
        assertThat(told.get(1).to()).isEqualTo(at(32.5));
    }

    @Test
    void whatIsCalledOffBeforeItBeginsIsNotAllowed() {
        List<AuthorisedInsertion> told = told(stream()
                .looks(10)
                .splices(leaving(10.5, 8, 20))
                .looks(2)
                .splices(splice(12.5, UNKNOWN, UNKNOWN, false, true))
                .looks(5)
                .frames());

        assertThat(told.get(1).cancelled()).isTrue();
        assertThat(told.get(1).allows(Subject.service("probe", 7), at(20))).isFalse();
        assertThat(told.get(0).allows(Subject.service("probe", 7), at(20))).isTrue();
    }

    @Test
    void aReturnFromNowhereSaysNothing() {
        assertThat(told(stream()
                        .looks(10)
                        .splices(splice(10.5, 0, UNKNOWN, false, false))
                        .looks(5)
                        .frames()))
                .isEmpty();
    }

    @Test
    void aPidThatNoServiceNamesIsOfTheWholeFeed() {
        List<AuthorisedInsertion> told = told(
                new Streams().looks(10).splices(leaving(10.5, 4, 20)).looks(1).frames());

        assertThat(told.get(0).subject()).isEqualTo(Subject.wholeFeed("probe"));
        assertThat(told.get(0).allows(Subject.service("probe", 9), at(20))).isTrue();
        assertThat(told.get(0).allows(Subject.service("other", 9), at(20))).isFalse();
    }

    private static Streams stream() {
        return new Streams().services(1, SERVICE);
    }

    private static TsSplice leaving(double cameS, double aheadS, double durationS) {
        return splice(cameS, aheadS, durationS, true, false);
    }

    private static TsSplice splice(double cameS, double aheadS, double durationS, boolean leaves, boolean cancelled) {
        return new TsSplice(
                Math.round(cameS * 1e9),
                PID,
                SpliceCommand.SPLICE_INSERT,
                255,
                cancelled,
                leaves,
                false,
                TsService.UNKNOWN,
                UNKNOWN,
                aheadS,
                durationS,
                false);
    }

    private static Instant at(double seconds) {
        return Streams.START.plusNanos(Math.round(seconds * 1e9));
    }

    private static List<AuthorisedInsertion> told(List<TsFrame> frames) {
        SpliceBreaks detector = new SpliceBreaks();
        SpliceState state = detector.initial();
        List<AuthorisedInsertion> told = new ArrayList<>();
        for (TsFrame frame : frames) {
            var step = detector.onObservation(state, frame);
            state = step.next();
            told.addAll(step.findings());
        }
        return told;
    }
}
