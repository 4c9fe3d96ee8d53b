package io.bandwatch.detectors.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RfObservation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverloadTotalsTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final double STRONGEST_DBFS = -20;
    private static final double CLIPPED = 0.02;

    /** A place, look by look of 200 ms. */
    private static final class Place {
        private OverloadTotals totals = OverloadTotals.NOTHING;
        private long offNs = 3_000_000_000L;

        Place looks(int count, boolean onAir, double clippedShare, double levelDbfs) {
            for (int i = 0; i < count; i++) {
                boolean cameOn = onAir && offNs >= 3_000_000_000L;
                totals = totals.with(look(onAir, levelDbfs), clippedShare, STRONGEST_DBFS, cameOn);
                offNs = onAir ? 0 : offNs + 200_000_000;
            }
            return this;
        }

        Place off(int count, double clippedShare) {
            return looks(count, false, clippedShare, Double.NaN);
        }

        Place on(int count, double clippedShare) {
            return looks(count, true, clippedShare, -50);
        }

        boolean explained() {
            return totals.explains().isPresent();
        }
    }

    private static RfObservation look(boolean onAir, double levelDbfs) {
        return new RfObservation(
                "roof",
                98_000_000,
                0,
                FrameKind.MEASURED,
                START,
                START,
                200_000_000,
                true,
                onAir,
                onAir,
                98e6,
                0,
                levelDbfs,
                20,
                150e3,
                -70,
                -70,
                ArtefactEvidence.NONE,
                null,
                0);
    }

    @Test
    void explainsWhatComesAndGoesWithTheClipping() {
        Place place = new Place().off(10, 0).off(1, CLIPPED).on(1, CLIPPED);
        assertThat(place.explained()).isTrue();
        assertThat(place.on(20, CLIPPED).off(20, 0).on(20, CLIPPED).explained()).isTrue();
        Reason reason = place.totals.explains().orElseThrow();
        assertThat(reason.code()).isEqualTo(ReasonCode.OVERLOAD);
        assertThat(reason.arguments()).containsExactly("8.2", "8.2", "2.00");
    }

    @Test
    void leavesAloneWhoComesOnInTheMiddleOfIt() {
        // the naive rule, on air with clipping only, would let him pass for as long as the receiver is overloaded
        assertThat(new Place().off(10, 0).off(6, CLIPPED).on(50, CLIPPED).explained())
                .isFalse();
    }

    @Test
    void leavesAloneWhoWasThereBefore() {
        assertThat(new Place().off(10, 0).on(3, 0).on(50, CLIPPED).explained()).isFalse();
        // nobody knows what was before a recording that begins overloaded
        assertThat(new Place().on(50, CLIPPED).explained()).isFalse();
    }

    @Test
    void leavesAloneWhoMayOverloadTheReceiverHimself() {
        assertThat(new Place().off(10, 0).looks(20, true, CLIPPED, -28).explained())
                .isFalse();
        assertThat(new Place().off(10, 0).looks(20, true, CLIPPED, -30).explained())
                .isTrue();
    }

    @Test
    void findsWithinThreeSecondsThatSomebodyStaysWhenItEnds() {
        Place place = new Place().off(10, 0).on(2_000, CLIPPED);
        assertThat(place.on(1, 0).explained()).isTrue();
        assertThat(place.on(15, 0).explained()).isFalse();
    }

    @Test
    void takesAFewCrestsForNoOverload() {
        assertThat(new Place().off(10, 0).on(20, 2e-5).explained()).isFalse();
    }
}
