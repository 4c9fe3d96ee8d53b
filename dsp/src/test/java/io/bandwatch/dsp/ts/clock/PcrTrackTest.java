package io.bandwatch.dsp.ts.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.signal.ts.TsPcr;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PcrTrackTest {
    /** 27 MHz against a place: 1.504 Mbit/s, 1000 packets a second. */
    private static final long TICKS_PER_PACKET = 27_000;

    private static final double LIMIT_NS = 500;
    private final PcrTrack track = new PcrTrack(0x100);

    @Test
    void findsTheOneReferenceThatIsOff() {
        int beyond = 0;
        int naive = 0;
        long before = 0;
        for (int place = 0; place < 3_000; place += 30) {
            long ticks = place * TICKS_PER_PACKET + (place == 1_500 ? 20 : 0);
            take(ticks, place);
            beyond += Math.abs(track.deviationNs()) > LIMIT_NS ? 1 : 0;
            naive += place > 0 && Math.abs(ticks - before - 30 * TICKS_PER_PACKET) * 1000 / 27.0 > LIMIT_NS ? 1 : 0;
            before = ticks;
        }

        assertThat(beyond).isOne();
        assertThat(naive)
                .as("against the one before, the good one after it looks bad too")
                .isEqualTo(2);
        // 20 ticks of 37 ns; the line through 50 exact points is exact.
        assertThat(track.report().accuracyNs()).isEqualTo(740.7, within(1.0));
    }

    @Test
    void followsARateThatIsNotTheNominalOne() {
        for (int place = 0; place < 3_000; place += 30) {
            take(Math.round(place * TICKS_PER_PACKET * (1 + 30e-6)), place);
        }

        // Rounding to a tick of 37 ns is half of that.
        assertThat(track.report().accuracyNs())
                .as("30 ppm, the most a system clock may be off, are 27 000 ns a second against the nominal rate")
                .isLessThan(40);
    }

    @Test
    void saysNothingWhereTheRateIsNotConstant() {
        Random random = new Random(5);
        int place = 0;
        for (int reference = 0; reference < 200; reference++) {
            place += 10 + random.nextInt(40);
            take(reference * 30L * TICKS_PER_PACKET, place);
        }

        assertThat(track.judged())
                .as("packets of this PID alone were recorded, say")
                .isFalse();
        assertThat(track.report().accuracyNs()).isNaN();
    }

    @Test
    void goesOnCountingWhileReferencesJitter() {
        Random random = new Random(6);
        int early = 0;
        int late = 0;
        int after = 0;
        for (int place = 0; place < 18_000; place += 30) {
            boolean jitters = place >= 3_000 && place < 15_000;
            // Evenly over +-1.5 us: two thirds lie beyond 500 ns.
            take(place * TICKS_PER_PACKET + (jitters ? random.nextInt(81) - 40 : 0), place);
            int beyond = Math.abs(track.deviationNs()) > LIMIT_NS ? 1 : 0;
            early += place < 6_000 ? beyond : 0;
            late += place >= 12_000 && place < 15_000 ? beyond : 0;
            after += place >= 15_000 ? beyond : 0;
        }

        assertThat(early).as("of 100").isBetween(50, 80);
        assertThat(late)
                .as("9 s later, of 100; a line that let the jitter in would have given up")
                .isBetween(50, 80);
        assertThat(after).as("the line was not bent").isZero();
    }

    @Test
    void acceptsANewPlaceOfTheClockAfterEight() {
        int beyond = 0;
        for (int place = 0; place < 6_000; place += 30) {
            take(place * TICKS_PER_PACKET + (place >= 3_000 ? 54 : 0), place);
            beyond += Math.abs(track.deviationNs()) > LIMIT_NS ? 1 : 0;
        }

        assertThat(beyond).isEqualTo(8);
    }

    @Test
    void acceptsANewPlaceAfterEightThoughTheLineIsShortAndBendsTowardsThem() {
        int beyond = 0;
        for (int place = 0; place < 3_000; place += 30) {
            take(place * TICKS_PER_PACKET + (place >= 13 * 30 ? 1_800 : 0), place);
            beyond += Math.abs(track.deviationNs()) > LIMIT_NS ? 1 : 0;
        }

        assertThat(beyond)
                .as("cut off at the limit, eight of them draw a line of 13 away from the ninth")
                .isEqualTo(8);
    }

    @Test
    void tellsStepAndIntervalAcrossTheTurnOfTheClock() {
        take(Ticks.TURN - 40 * TICKS_PER_PACKET, 0);
        take(0, 40);

        assertThat(track.stepS()).as("as plain numbers it would be minus a day").isEqualTo(0.040, within(1e-9));
        assertThat(track.intervalS()).isEqualTo(0.040, within(1e-9));
    }

    @Test
    void announcedJumpIsNoStep() {
        take(1_000_000, 0);
        track.accept(900_000_000, 30, 30_000_000, true, LIMIT_NS);

        assertThat(track.stepS()).isNaN();
    }

    @Test
    void measuresFrequencyAndJitterAgainstArrival() {
        for (int reference = 0; reference < 500; reference++) {
            long arrivalNs = reference * 30_000_000L;
            long late = reference == 450 ? 2_000 : 0;
            track.accept(Math.round(arrivalNs * 0.027 * (1 + 10e-6)), reference, arrivalNs + late, false, LIMIT_NS);
            track.arrived(arrivalNs + late);
        }

        TsPcr report = track.report();
        // The late one stands among 64 in the last line and bends it by less than 0.1 ppm.
        assertThat(report.offsetPpm()).isEqualTo(10, within(0.1));
        assertThat(report.jitterNs()).as("the line gives way by a twentieth").isEqualTo(2_000, within(150.0));
    }

    private void take(long ticks, int place) {
        track.accept(Math.floorMod(ticks, Ticks.TURN), place, place * 1_000_000L, false, LIMIT_NS);
    }
}
