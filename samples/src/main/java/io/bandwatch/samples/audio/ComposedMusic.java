package io.bandwatch.samples.audio;

import io.bandwatch.dsp.synth.SeededRandom;
import io.bandwatch.dsp.synth.SineTable;
import io.bandwatch.dsp.synth.fm.AudioStream;
import io.bandwatch.samples.scenario.Programme;

/**
 * Sixteen bars of music from a seed: four chords, a bass, a melody on the pentatonic scale and drums, spread over two
 * channels, made so that the end leads into the beginning.
 */
final class ComposedMusic {
    private static final int BARS = 16;
    private static final int BEATS = 4;
    /** Steps of the scale on which the four chords stand. */
    private static final int[][] PROGRESSIONS = {{0, 4, 5, 3}, {5, 3, 0, 4}, {0, 5, 1, 4}, {1, 4, 0, 3}};

    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] PENTATONIC = {0, 2, 4, 7, 9};

    private final SeededRandom random;
    private final String style;
    private final float[] left;
    private final float[] right;
    private final int beatSamples;
    private final int root;
    private final int[] chords;

    private ComposedMusic(Programme.Music music) {
        this.random = SeededRandom.forPurpose(music.seed(), "music " + music.style());
        this.style = music.style();
        double beatsPerMinute =
                switch (style) {
                    case "calm" -> 72;
                    case "dance" -> 124;
                    default -> 104;
                };
        this.beatSamples = (int) (AudioStream.RATE_HZ * 60 / beatsPerMinute);
        this.root = 45 + random.nextInt(12);
        this.chords = PROGRESSIONS[random.nextInt(PROGRESSIONS.length)];
        this.left = new float[BARS * BEATS * beatSamples];
        this.right = new float[left.length];
    }

    static SoundClip compose(Programme.Music music) {
        ComposedMusic piece = new ComposedMusic(music);
        for (int bar = 0; bar < BARS; bar++) {
            piece.chord(bar);
            piece.bass(bar);
            piece.drums(bar);
        }
        piece.melody();
        return new SoundClip(piece.left, piece.right).withPeak(0.9f);
    }

    private void chord(int bar) {
        int step = chords[bar % 4];
        for (int third = 0; third < 3; third++) {
            int degree = step + 2 * third;
            int note = root + 12 + MAJOR[degree % 7] + 12 * (degree / 7);
            double pan = 0.2 + 0.3 * third;
            note(bar * BEATS, BEATS, note, 0.11, pan, 1.2);
        }
    }

    private void bass(int bar) {
        int note = root - 12 + MAJOR[chords[bar % 4]];
        int hits = style.equals("calm") ? 2 : 4;
        for (int hit = 0; hit < hits; hit++) {
            int fifth = hit == hits - 1 ? 7 : 0;
            note(bar * BEATS + hit * (double) BEATS / hits, (double) BEATS / hits, note + fifth, 0.25, 0.5, 4.0);
        }
    }

    private void melody() {
        double beat = 0.0;
        int place = 5;
        while (beat < BARS * BEATS) {
            double length = new double[] {0.5, 0.5, 1.0, 1.5, 2.0}[random.nextInt(5)];
            if (random.nextUniform() < 0.85) {
                place = Math.max(0, Math.min(11, place + random.nextInt(5) - 2));
                int note = root + 24 + PENTATONIC[place % 5] + 12 * (place / 5) - 12;
                note(beat, length, note, 0.22, 0.6, 3.0);
            }
            beat += length;
        }
    }

    private void drums(int bar) {
        if (style.equals("calm")) {
            return;
        }
        for (int eighth = 0; eighth < 2 * BEATS; eighth++) {
            double beat = bar * BEATS + eighth / 2.0;
            noise(beat, 0.03, 0.08, 0.3);
            if (eighth % 4 == 0 || (style.equals("dance") && eighth % 2 == 0)) {
                kick(beat);
            }
            if (eighth % 4 == 2) {
                noise(beat, 0.12, 0.2, 0.55);
            }
        }
    }

    /** One note: a few harmonics, of which the higher ones die sooner. */
    private void note(double beat, double beats, int midi, double level, double pan, double decayPerS) {
        double hz = 440.0 * StrictMath.pow(2.0, (midi - 69) / 12.0);
        int start = (int) (beat * beatSamples);
        int length = (int) (beats * beatSamples);
        double fade = 0.01 * AudioStream.RATE_HZ;
        for (int harmonic = 1; harmonic <= 5 && harmonic * hz < 15_000; harmonic++) {
            double step = harmonic * hz / AudioStream.RATE_HZ;
            double factor = StrictMath.exp(-decayPerS * (0.5 + 0.5 * harmonic) / AudioStream.RATE_HZ);
            double envelope = level / (harmonic * harmonic) * (harmonic == 2 ? 2.0 : 1.0);
            for (int i = 0; i < length; i++) {
                double edge = Math.min(1.0, Math.min(i, length - i) / fade);
                add(start + i, envelope * edge * SineTable.sine(step * i), pan);
                envelope *= factor;
            }
        }
    }

    private void kick(double beat) {
        int start = (int) (beat * beatSamples);
        int length = AudioStream.RATE_HZ / 5;
        double turns = 0.0;
        for (int i = 0; i < length; i++) {
            double share = (double) i / length;
            turns += (45.0 + 110.0 * (1.0 - share) * (1.0 - share) * (1.0 - share)) / AudioStream.RATE_HZ;
            add(start + i, 0.5 * (1.0 - share) * SineTable.sine(turns), 0.5);
        }
    }

    private void noise(double beat, double seconds, double level, double pan) {
        int start = (int) (beat * beatSamples);
        int length = (int) (seconds * AudioStream.RATE_HZ);
        double last = 0.0;
        for (int i = 0; i < length; i++) {
            double share = 1.0 - (double) i / length;
            double now = 2.0 * random.nextUniform() - 1.0;
            // difference of neighbours: the hiss of a cymbal without its rumble
            add(start + i, level * share * share * (now - last), pan);
            last = now;
        }
    }

    private void add(int at, double value, double pan) {
        int place = at % left.length;
        left[place] += (float) (value * (1.0 - pan));
        right[place] += (float) (value * pan);
    }
}
