package io.bandwatch.detectors.content.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A programme that is its reference, and comes at another delay from some moment on: behind a pause of the one or the other, or in sound that
 * recurs. The obvious rule, that what is not the same at the delay that was found is something else, tells an insertion each time.
 */
class ChangedDelayTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final long LOOK_MS = 200;
    private static final int SEEDS = 3;

    /** A look of one of the two, at a time of its feed. */
    private record Timed(long ms, Role role, byte[] levels) {}

    @ParameterizedTest(name = "and is {0} s sooner then")
    @ValueSource(ints = {1, 2, 3, 5})
    void aReferenceThatComesBackFromAPause(int soonerS) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(220, seed);
            List<Timed> looks = onAir(programme.received(4, 20, 3), 30);
            for (int look = 0; look < programme.looks(); look++) {
                long ms = look * LOOK_MS;
                if (ms < 110_000 || ms >= 120_000) {
                    looks.add(
                            new Timed(ms < 110_000 ? ms : ms - 1000L * soonerS, Role.REFERENCE, programme.look(look)));
                }
            }
            assertThat(findings(looks)).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest(name = "for {0} s, and is as much later then")
    @ValueSource(ints = {1, 2, 3, 5})
    void anAirThatIsSilent(int seconds) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(190, seed);
            Spectrogram silence = Spectrogram.of(10, 7).part(0, seconds).quieter(0, seconds, 90);
            Spectrogram air = programme.part(0, 100).then(silence).then(programme.part(100, 190));
            assertThat(findings(both(programme, air.received(4, 40, 3))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "for {0} s, and is {1} s later then")
    @CsvSource({"2,0", "2,3", "2,-3", "10,0", "10,3", "10,-3", "30,0", "30,8", "30,-8"})
    void anAirThatIsGone(int seconds, int laterS) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(220, seed);
            Spectrogram air = programme.received(4, 20, 3);
            List<Timed> looks = both(programme, air);
            looks.removeIf(look -> look.role() == Role.ON_AIR && look.ms() >= (110 - seconds) * 1000L);
            for (Timed look : onAir(air, 10 + laterS)) {
                if (look.ms() >= 110_000) {
                    looks.add(look);
                }
            }
            assertThat(findings(looks)).as("seed %d", seed).isEmpty();
        }
    }

    /** Who takes a frequency over is not there before. To wait for twice as long as it was gone, as for a reference, misses it. */
    @ParameterizedTest(name = "for {0} s")
    @ValueSource(ints = {2, 5, 10, 30})
    void anInsertionBehindAGapOnAirIsFoundInTime(int seconds) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(190, seed);
            Spectrogram air =
                    programme.with(100, 120, Spectrogram.of(190, 100 + seed)).received(4, 30, 3);
            List<Timed> looks = both(programme, air);
            looks.removeIf(
                    look -> look.role() == Role.ON_AIR && look.ms() >= (110 - seconds) * 1000L && look.ms() < 110_000);
            expectInsertion(findings(looks), 110, 130);
        }
    }

    /** Ten times as fast as clocks drift, to be so far in less time. What waits for no reference is blind from a second on. */
    @Test
    void aClockThatIsFastMayTakeTheAirAheadOfTheReference() {
        Spectrogram programme = Spectrogram.of(2600, 1);
        Spectrogram air =
                programme.with(2500, 2520, Spectrogram.of(2600, 2)).faster(1e-3).received(4, 30, 3);
        List<Timed> looks = onAir(air, 0);
        for (int look = 0; look < programme.looks(); look++) {
            looks.add(new Timed(look * LOOK_MS, Role.REFERENCE, programme.look(look)));
        }

        List<Finding> findings = findings(looks);

        // two and a half seconds early by then
        assertThat(seconds(findings.get(0).since())).isCloseTo(2497.5, within(1.0));
        assertThat(seconds(findings.get(0).at())).isLessThan(2497.5 + 8);
        assertThat(seconds(findings.get(findings.size() - 1).until())).isCloseTo(2517.5, within(1.0));
    }

    @ParameterizedTest(name = "each {0} s for {1} s")
    @CsvSource({"2,48", "4,48", "8,48", "12,48", "4,120"})
    void soundThatRecursOfWhichASecondIsLostOnAir(int eachS, int forS) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = recurring(seed, eachS, forS);
            Spectrogram air = programme.without(80, 81).received(4, 20, 3);
            assertThat(findings(both(programme, air))).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void anInsertionBehindAPauseIsFoundAllTheSame() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(190, seed);
            Spectrogram air = programme
                    .with(100, 115, Spectrogram.of(190, 100 + seed))
                    .quieter(100, 101, 90)
                    .received(4, 40, 3);
            expectInsertion(findings(both(programme, air)), 110, 125);
        }
    }

    @Test
    void anInsertionIntoSoundThatRecursIsFoundAllTheSame() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = recurring(seed, 4, 120);
            Spectrogram air =
                    programme.with(100, 112, Spectrogram.of(190, 100 + seed)).received(4, 20, 3);
            expectInsertion(findings(both(programme, air)), 110, 122);
        }
    }

    private static void expectInsertion(List<Finding> findings, double fromS, double toS) {
        Finding first = findings.get(0);
        Finding last = findings.get(findings.size() - 1);
        assertThat(seconds(first.since())).isCloseTo(fromS, within(1.0));
        assertThat(seconds(first.at())).as("told").isLessThan(fromS + 8);
        assertThat(seconds(last.until())).isCloseTo(toS, within(1.0));
    }

    private static Spectrogram recurring(int seed, int eachS, int forS) {
        Spectrogram programme = Spectrogram.of(220, seed);
        Spectrogram piece = Spectrogram.of(20, 50 + seed).part(0, eachS);
        Spectrogram sound = programme.part(0, 60);
        for (int s = 0; s < forS; s += eachS) {
            sound = sound.then(piece);
        }
        return sound.then(programme.part(60, 160));
    }

    /** The air ten seconds later than the reference. */
    private static List<Timed> both(Spectrogram reference, Spectrogram air) {
        List<Timed> looks = onAir(air, 10);
        for (int look = 0; look < reference.looks(); look++) {
            looks.add(new Timed(look * LOOK_MS, Role.REFERENCE, reference.look(look)));
        }
        return looks;
    }

    private static List<Timed> onAir(Spectrogram air, int laterS) {
        List<Timed> looks = new ArrayList<>();
        for (int look = 0; look < air.looks(); look++) {
            looks.add(new Timed(look * LOOK_MS + 1000L * laterS, Role.ON_AIR, air.look(look)));
        }
        return looks;
    }

    private static List<Finding> findings(List<Timed> looks) {
        looks.sort(Comparator.comparingLong(Timed::ms).thenComparing(look -> look.role() == Role.ON_AIR));
        ReferenceDetector detector = new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3));
        ReferenceState state = detector.initial();
        List<Finding> findings = new ArrayList<>();
        for (Timed look : looks) {
            var step = detector.onObservation(
                    state,
                    new ContentLook(
                            Subject.service(look.role() == Role.ON_AIR ? "air" : "reference", 1),
                            look.role(),
                            FrameKind.MEASURED,
                            START.plusMillis(look.ms()),
                            LOOK_MS * 1_000_000,
                            look.levels()));
            state = step.next();
            findings.addAll(step.findings());
        }
        return findings;
    }

    private static double seconds(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }
}
