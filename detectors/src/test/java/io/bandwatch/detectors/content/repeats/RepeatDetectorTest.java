package io.bandwatch.detectors.content.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.Spectrogram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatDetectorTest {
    private static final Subject AIR = Subject.service("air", 1);
    private static final Subject OTHER = Subject.carrier("hill", 98_500_000, 0);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Spectrogram programme = Spectrogram.of(300, 1);
    private final Spectrogram spot = Spectrogram.of(20, 2);

    @Test
    void aStretchOf20SecondsThatComesAgainIsFoundWithItsLag() {
        Spectrogram air = programme
                .part(0, 100)
                .then(spot.received(0, 20, 5))
                .then(programme.part(100, 220))
                .then(spot.received(-4, 20, 6))
                .then(programme.part(220, 300));

        List<Repeat> repeats = over(new Memory(KEPT).hear(AIR, 0, air));

        assertThat(repeats).hasSize(1);
        Repeat repeat = repeats.get(0);
        assertThat(repeat.other()).isEqualTo(AIR);
        assertThat(seconds(repeat.lag())).isCloseTo(140, within(0.1));
        // a second, for words are found about once a second
        assertThat(secondsAfterStart(repeat.from())).isCloseTo(240, within(1.5));
        assertThat(secondsAfterStart(repeat.until())).isCloseTo(260, within(1.5));
    }

    @Test
    void aStretchOfWhichHalfIsQuietInNoiseIsFoundFromItsBeginToItsEnd() {
        Spectrogram quiet = spot.quieter(0, 10, 15);
        Spectrogram air = programme
                .part(0, 100)
                .then(quiet.received(0, 20, 5))
                .then(programme.part(100, 220))
                .then(quiet.received(0, 20, 6))
                .then(programme.part(220, 300));

        List<Repeat> repeats = over(new Memory(KEPT).hear(AIR, 0, air));

        assertThat(repeats).hasSize(1);
        assertThat(secondsAfterStart(repeats.get(0).from())).isCloseTo(240, within(1.5));
    }

    @Test
    void whatWasNotHeardBeforeIsNoRepeat() {
        assertThat(over(new Memory(KEPT).hear(AIR, 0, Spectrogram.of(1200, 7)))).isEmpty();
    }

    @Test
    void aJingleIsTooShortToBeARepeat() {
        Spectrogram jingle = spot.part(0, 8);
        Spectrogram air = programme.part(0, 60);
        for (int i = 0; i < 5; i++) {
            air = air.then(jingle).then(programme.part(60 + 30 * i, 90 + 30 * i));
        }

        assertThat(over(new Memory(KEPT).hear(AIR, 0, air))).isEmpty();
    }

    @Test
    void theSameIsFoundOnAnotherProgrammeHoursLater() {
        Memory memory = new Memory(KEPT);
        memory.hear(OTHER, 0, programme);

        List<Repeat> repeats =
                over(memory.hear(AIR, 7200, programme.part(100, 200).received(4, 20, 5)));

        assertThat(repeats).hasSize(1);
        assertThat(repeats.get(0).other()).isEqualTo(OTHER);
        assertThat(seconds(repeats.get(0).lag())).isCloseTo(7100, within(0.1));
    }

    @Test
    void whatIsOlderThanIsKeptIsForgotten() {
        Memory memory = new Memory(Duration.ofHours(1));
        memory.hear(OTHER, 0, programme);
        memory.hear(AIR, 3 * 3600, Spectrogram.of(60, 9));

        assertThat(over(memory.hear(AIR, 3 * 3600 + 60, programme))).isEmpty();
    }

    @Test
    void aDayOfAChannelTakesLessThan50MegabytesOfWords() {
        Memory memory = new Memory(KEPT);
        memory.hear(AIR, 0, Spectrogram.of(600, 3));

        long index = 24 * 6 * memory.indexBytes();
        long archive = 24 * 6 * memory.archiveBytes();
        // ten words of eight bytes a second, but for those that reach over either end
        assertThat(archive / 1e6).as("for the comparison with itself, MB").isBetween(6.8, 7.0);
        assertThat(index / 1e6).as("in the index, MB").isBetween(1.0, 50 - archive / 1e6);
    }

    /** The obvious rule is to compare what is heard with what was heard a fixed time ago, or to look up what is equal. */
    @Test
    void equalLevelsAreNotFoundAgainWhenTheLevelChangedByADecibel() {
        byte[] before = spot.received(0, 20, 5).levels();
        byte[] after = spot.received(-4, 20, 6).levels();
        int equal = 0;
        for (int step = 0; step < before.length / 16; step++) {
            equal += Arrays.equals(before, 16 * step, 16 * step + 16, after, 16 * step, 16 * step + 16) ? 1 : 0;
        }

        assertThat(equal).isZero();
    }

    private static List<Repeat> over(List<RepeatReport> reports) {
        List<Repeat> over = new ArrayList<>();
        reports.forEach(report -> over.addAll(List.of(report.over())));
        return over;
    }

    private static double seconds(double steps) {
        return PrintLine.seconds(steps);
    }

    private static double secondsAfterStart(long step) {
        return seconds((double) (step - PrintLine.step(Memory.START)));
    }
}
