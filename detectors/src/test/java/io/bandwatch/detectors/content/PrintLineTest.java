package io.bandwatch.detectors.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrintLineTest {
    private final Spectrogram sound = Spectrogram.of(10, 1);

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final long LOOK_NS = 200_000_000;

    @Test
    void wordsDoNotDependOnHowLooksAreCut() {
        Spectrogram sound = Spectrogram.of(10, 1);
        byte[] all = new byte[0];
        PrintLine looks = PrintLine.NOTHING;
        for (int look = 0; look < sound.looks(); look++) {
            all = joined(all, sound.look(look));
            looks = looks.with(look(look, 1, sound.look(look)), 10_000);
        }
        PrintLine whole = PrintLine.NOTHING.with(look(0, sound.looks(), all), 10_000);

        assertThat(looks.words()).isEqualTo(whole.words()).hasSize(500 - 2 * SoundWord.REACH + 1);
        assertThat(looks.shapes()).isEqualTo(whole.shapes()).hasSize(95 * Spectrogram.BANDS);
        assertThat(looks.until()).isEqualTo(whole.until());
        assertThat(looks.from()).isEqualTo(PrintLine.step(START) + SoundWord.REACH);
    }

    @Test
    void aShapeIsTheMeanOfTheLevelsAboutItsStepAndIsKeptAsLongAsItsWord() {
        Spectrogram sound = Spectrogram.of(10, 1);
        PrintLine line = PrintLine.NOTHING;
        for (int look = 0; look < sound.looks(); look++) {
            line = line.with(look(look, 1, sound.look(look)), 203);
        }
        assertThat(line.from()).isEqualTo(line.until() - 203);
        for (long step = line.from() + 5; step < line.until() - 5; step++) {
            int nearest = (int) (5 * Math.round(step / 5.0) - PrintLine.step(START));
            for (int band = 0; band < Spectrogram.BANDS; band++) {
                double sum = 0;
                for (int i = -4; i < 4; i++) {
                    sum += sound.levels()[(nearest + i) * Spectrogram.BANDS + band];
                }
                assertThat((double) line.shape(step)[band]).isCloseTo(sum / 8, within(0.5));
            }
        }
    }

    @Test
    void levelAndASlopeOfTheSpectrumChangeNoWord() {
        byte[] plain = Spectrogram.of(1, 1).look(0);
        byte[] longer = joined(
                joined(plain, Spectrogram.of(1, 1).look(1)),
                Spectrogram.of(1, 1).look(2));
        byte[] changed = longer.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] += (byte) (9 - i % Spectrogram.BANDS);
        }
        assertThat(SoundWord.of(changed, 15)).isEqualTo(SoundWord.of(longer, 15));
    }

    @Test
    void afterAGapOnAirItBeginsAnew() {
        PrintLine line = fourLooks(Role.ON_AIR);
        assertThat(line.words()).isNotEmpty();

        assertThat(line.with(look(Role.ON_AIR, 5, 1, sound.look(5)), 10_000).words())
                .isEmpty();
        assertThat(line.with(look(Role.ON_AIR, 4, 1, new byte[0]), 10_000)).isEqualTo(PrintLine.NOTHING);
    }

    @Test
    void whatAReferenceHadBeforeAGapStays() {
        PrintLine line = fourLooks(Role.REFERENCE);
        PrintLine silent = line.with(look(4, 1, new byte[0]), 10_000);
        assertThat(silent.words()).isEqualTo(line.words());

        PrintLine later = silent;
        for (int look = 6; look < 10; look++) {
            later = later.with(look(look, 1, sound.look(look)), 10_000);
        }
        assertThat(later.from()).isEqualTo(line.from());
        PrintLine through = PrintLine.NOTHING;
        for (int look = 0; look < 10; look++) {
            through = through.with(look(look, 1, sound.look(look)), 10_000);
        }
        assertThat(later.until()).isEqualTo(through.until());
        int known = 0;
        for (long step = through.from(); step < through.until(); step++) {
            if (later.holds(step)) {
                known++;
                assertThat(later.anyAt(step)).as("step %d", step).isEqualTo(through.anyAt(step));
                // a step beside the gap may have the shape of the nearest one that has any, which is missing
                if (step % Alignment.STRIDE == 0) {
                    assertThat(later.shape(step)).isEqualTo(through.shape(step));
                }
            }
        }
        // two looks are missing, and the words that reach into them
        int missing = 20 + 2 * SoundWord.REACH - 1;
        assertThat(through.words().length - known).isEqualTo(missing);
        assertThat(line.with(look(900, 1, sound.look(4)), 400).words())
                .as("too long ago")
                .isEmpty();
    }

    private PrintLine fourLooks(Role role) {
        PrintLine line = PrintLine.NOTHING;
        for (int look = 0; look < 4; look++) {
            line = line.with(look(role, look, 1, sound.look(look)), 10_000);
        }
        return line;
    }

    @Test
    void aLookThatLacksAStepIsNoGap() {
        Spectrogram sound = Spectrogram.of(10, 1);
        byte[] shorter = Arrays.copyOfRange(sound.look(3), Spectrogram.BANDS, sound.look(3).length);
        PrintLine line = PrintLine.NOTHING;
        PrintLine whole = PrintLine.NOTHING;
        for (int look = 0; look < 6; look++) {
            line = line.with(look(look, 1, look == 3 ? shorter : sound.look(look)), 10_000);
            whole = whole.with(look(look, 1, sound.look(look)), 10_000);
        }

        assertThat(line.from()).isEqualTo(whole.from());
        assertThat(line.until()).isEqualTo(whole.until());
        long last = whole.until() - 1;
        assertThat(line.at(last)).isEqualTo(whole.at(last));
    }

    @Test
    void timesThatAreNotExactMoveNoStep() {
        // between two steps, by ten milliseconds and up to one more or less
        PrintLine line = PrintLine.NOTHING;
        PrintLine exact = PrintLine.NOTHING;
        for (int look = 0; look < sound.looks(); look++) {
            long offNs = 10_000_000 + (look % 3 - 1) * 1_000_000L;
            line = line.with(at(look * LOOK_NS + offNs, sound.look(look)), 10_000);
            exact = exact.with(at(look * LOOK_NS, sound.look(look)), 10_000);
        }

        assertThat(line.words()).isEqualTo(exact.words());
    }

    @Test
    void whileAClockIsSetRightNothingIsForgotten() {
        for (double rate : new double[] {0.995, 1.005}) {
            PrintLine line = PrintLine.NOTHING;
            PrintLine exact = PrintLine.NOTHING;
            for (int look = 0; look < sound.looks(); look++) {
                line = line.with(at(Math.round(look * LOOK_NS * rate), sound.look(look)), 10_000);
                exact = exact.with(at(look * LOOK_NS, sound.look(look)), 10_000);
            }
            long first = line.from();
            assertThat(first).as("at %s", rate).isEqualTo(exact.from());
            assertThat(line.until()).isCloseTo(Math.round(first + (exact.until() - first) * rate), within(1L));
            long same = 0;
            for (long step = first; step < exact.until(); step++) {
                long then = Math.round(first + (step - first) * rate);
                same += line.holds(then) && line.at(then) == exact.at(step) ? 1 : 0;
            }
            // a step too many or too few in 200, which is in 16 words, and words on either side of it by rounding
            assertThat((double) same / exact.words().length).as("at %s", rate).isGreaterThan(0.6);
        }
    }

    @Test
    void noBitOfAQuietMomentIsSure() {
        byte[] silence = new byte[100 * Spectrogram.BANDS];
        PrintLine line = PrintLine.NOTHING.with(look(0, 10, silence), 10_000);

        assertThat(Arrays.stream(line.words())).containsOnly(SoundWord.QUIET);
        assertThat(SoundWord.compared(SoundWord.QUIET, -1L)).isZero();
    }

    @Test
    void onAirWhatIsNearTheFaintestLatelyIsFaintAndInAReferenceWhatIsFarBelowTheLoudest() {
        PrintLine air = PrintLine.NOTHING;
        PrintLine reference = PrintLine.NOTHING;
        double[] loudDb = {-30, -56, -50, -42, -36};
        for (int second = 0; second < loudDb.length; second++) {
            byte[] levels = new byte[50 * Spectrogram.BANDS];
            Arrays.fill(levels, AudioMeasurement.level(loudDb[second]));
            air = air.with(look(Role.ON_AIR, 5 * second, 5, levels), 10_000);
            reference = reference.with(look(5 * second, 5, levels), 10_000);
        }

        long middle = PrintLine.step(START) + 25;
        boolean[] airFaint = new boolean[loudDb.length];
        boolean[] referenceFaint = new boolean[loudDb.length];
        for (int second = 0; second < loudDb.length; second++) {
            airFaint[second] = air.isFaint(middle + 50L * second);
            referenceFaint[second] = reference.isFaint(middle + 50L * second);
        }
        assertThat(airFaint).containsExactly(true, true, true, false, false);
        assertThat(referenceFaint).containsExactly(false, true, false, false, false);
        assertThat(air.aboveFaintest(middle + 200) * AudioMeasurement.LEVEL_UNIT_DB)
                .isCloseTo(20, within(2.5));
    }

    private static ContentLook at(long ns, byte[] levels) {
        return new ContentLook(
                Subject.service("air", 1), Role.ON_AIR, FrameKind.MEASURED, START.plusNanos(ns), LOOK_NS, levels);
    }

    private static ContentLook look(int number, int looks, byte[] levels) {
        return look(Role.REFERENCE, number, looks, levels);
    }

    private static ContentLook look(Role role, int number, int looks, byte[] levels) {
        return new ContentLook(
                Subject.service("air", 1),
                role,
                FrameKind.MEASURED,
                START.plusNanos(number * LOOK_NS),
                looks * LOOK_NS,
                levels);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
