package io.bandwatch.detectors.content.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Detector.Step;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A station of a network puts its own time signal in place of the programme, and says something before it or behind it. */
class TimeSignalTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int SEEDS = 4;
    private static final int FROM_S = 100;
    private static final int TONES = 6;
    private static final int UNTIL_S = FROM_S + TONES;

    @ParameterizedTest(name = "and {0} s of voice before it, {1} s behind it")
    @CsvSource({"0,0", "3,0", "0,4", "3,4"})
    void aTimeSignalIsNoDifference(int beforeS, int behindS) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(200, seed);
            Spectrogram air = programme
                    .with(FROM_S - beforeS, UNTIL_S + behindS, Spectrogram.of(200, 100 + seed))
                    .tones(FROM_S, TONES, 1.0);

            assertThat(findings(programme, air)).as("seed %d", seed).isEmpty();
        }
    }

    /** So a detector that knows of no time signal tells one. */
    @ParameterizedTest(name = "each {0} s, {1} bands apart")
    @CsvSource({"0.8, 0", "1.2, 0", "1, 3"})
    void otherTonesAreNoTimeSignal(double apartS, int bandsApart) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(200, seed);
            Spectrogram air = programme
                    .with(FROM_S - 3, UNTIL_S + 4, Spectrogram.of(200, 100 + seed))
                    .tones(FROM_S, 5, apartS, bandsApart);

            List<Finding> findings = findings(programme, air);

            assertThat(findings).as("seed %d", seed).isNotEmpty();
            assertThat(at(findings.get(0).since())).isCloseTo(FROM_S - 3, within(1.0));
        }
    }

    @Test
    void whatGoesOnBehindATimeSignalIsToldFromThereOn() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Spectrogram programme = Spectrogram.of(200, seed);
            Spectrogram air = programme
                    .with(FROM_S, UNTIL_S + 30, Spectrogram.of(200, 100 + seed))
                    .tones(FROM_S, TONES, 1.0);

            List<Finding> findings = findings(programme, air);

            assertThat(findings).as("seed %d", seed).isNotEmpty();
            // six seconds behind the last tone, which other sound may seem to have one or two more of
            assertThat(at(findings.get(0).since())).isBetween(UNTIL_S + 4.0, UNTIL_S + 8.0);
            assertThat(at(findings.get(findings.size() - 1).until())).isCloseTo(UNTIL_S + 30, within(1.0));
        }
    }

    private static List<Finding> findings(Spectrogram programme, Spectrogram air) {
        Spectrogram heard = air.received(4, 40, 3);
        ReferenceDetector detector = new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3));
        ReferenceState state = detector.initial();
        List<Finding> findings = new ArrayList<>();
        for (int look = 0; look < programme.looks(); look++) {
            for (Role role : List.of(Role.REFERENCE, Role.ON_AIR)) {
                boolean reference = role == Role.REFERENCE;
                Step<ReferenceState, Finding> step = detector.onObservation(
                        state,
                        new ContentLook(
                                Subject.service(reference ? "studio" : "air", 1),
                                role,
                                FrameKind.MEASURED,
                                START.plus(LOOK.multipliedBy(look)),
                                LOOK.toNanos(),
                                reference ? programme.look(look) : heard.look(look)));
                state = step.next();
                findings.addAll(step.findings());
            }
        }
        return findings;
    }

    private static double at(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }
}
