package io.bandwatch.detectors.content;

import io.bandwatch.signal.AudioMeasurement;
import java.util.Arrays;
import java.util.Random;

/** Levels of a sound that is made up: each band swings by itself, as fast as speech and music do. */
public final class Spectrogram {
    static final int BANDS = AudioMeasurement.PRINT_BANDS;
    static final int STEPS_PER_S = 50;

    /** Of one value to the next; the swing is then 3 dB in 100 ms. */
    private static final double KEPT = 0.9;

    private final double[] db;

    private Spectrogram(double[] db) {
        this.db = db;
    }

    /** So many seconds of one. */
    public static Spectrogram of(int seconds, long seed) {
        Random random = new Random(seed);
        double[] db = new double[seconds * STEPS_PER_S * BANDS];
        for (int i = 0; i < db.length; i++) {
            double before = i < BANDS ? 0 : db[i - BANDS] + 40 + i % BANDS;
            db[i] = KEPT * before + 3.5 * random.nextGaussian() - 40 - i % BANDS;
        }
        return new Spectrogram(db);
    }

    /** The same, from one second to another replaced. */
    public Spectrogram with(int fromS, int toS, Spectrogram other) {
        double[] next = db.clone();
        int from = fromS * STEPS_PER_S * BANDS;
        System.arraycopy(other.db, 0, next, from, (toS - fromS) * STEPS_PER_S * BANDS);
        return new Spectrogram(next);
    }

    /** The same without what lies between two seconds. */
    public Spectrogram without(int fromS, int toS) {
        int from = fromS * STEPS_PER_S * BANDS;
        int to = toS * STEPS_PER_S * BANDS;
        double[] next = Arrays.copyOf(db, db.length - to + from);
        System.arraycopy(db, to, next, from, db.length - to);
        return new Spectrogram(next);
    }

    /** The same, from one second to another quieter by some decibels. */
    public Spectrogram quieter(int fromS, int toS, double byDb) {
        double[] next = db.clone();
        for (int i = fromS * STEPS_PER_S * BANDS; i < toS * STEPS_PER_S * BANDS; i++) {
            next[i] -= byDb;
        }
        return new Spectrogram(next);
    }

    /** The same, from one second to another a chord that hardly changes: each band stays what it is, to half a decibel. */
    public Spectrogram steady(int fromS, int toS, long seed) {
        Random random = new Random(seed);
        double[] chord = new double[BANDS];
        for (int b = 0; b < BANDS; b++) {
            chord[b] = -40 + 8 * random.nextGaussian();
        }
        double[] next = db.clone();
        for (int i = fromS * STEPS_PER_S * BANDS; i < toS * STEPS_PER_S * BANDS; i++) {
            next[i] = chord[i % BANDS] + 0.5 * random.nextGaussian();
        }
        return new Spectrogram(next);
    }

    /** The same, with tones of a quarter of a second in place of what was there, and nothing between them. */
    public Spectrogram tones(int fromS, int count, double apartS) {
        return tones(fromS, count, apartS, 0);
    }

    /** The same, each tone so many bands from the one before. */
    public Spectrogram tones(int fromS, int count, double apartS, int bandsApart) {
        double[] next = db.clone();
        int from = fromS * STEPS_PER_S;
        int steps = (int) Math.rint(count * apartS * STEPS_PER_S);
        for (int step = 0; step < steps; step++) {
            boolean on = step % Math.rint(apartS * STEPS_PER_S) < 0.25 * STEPS_PER_S;
            int band = 2 + (4 + bandsApart * (int) (step / Math.rint(apartS * STEPS_PER_S))) % 12;
            for (int b = 0; b < BANDS; b++) {
                double tone = b == band ? -20 : Math.abs(b - band) == 1 ? -35 : -75;
                next[(from + step) * BANDS + b] = on ? tone : -85;
            }
        }
        return new Spectrogram(next);
    }

    /** The same, every other band louder by some decibels. */
    public Spectrogram equalised(double byDb) {
        double[] next = db.clone();
        for (int i = 0; i < next.length; i += 2) {
            next[i] += byDb;
        }
        return new Spectrogram(next);
    }

    /** The same, played faster by a share: what comes earlier is interpolated, what it sounds like stays. */
    public Spectrogram faster(double share) {
        int steps = (int) ((db.length / BANDS - 1) / (1 + share));
        double[] next = new double[steps * BANDS];
        for (int i = 0; i < next.length; i++) {
            int step = i / BANDS;
            double at = step * (1 + share);
            int whole = (int) at;
            int before = whole * BANDS + i % BANDS;
            next[i] = db[before] + (at - whole) * (db[before + BANDS] - db[before]);
        }
        return new Spectrogram(next);
    }

    /** The same with another one over it, louder than it was by some decibels. */
    public Spectrogram under(Spectrogram other, double byDb) {
        double[] next = db.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] = 10 * Math.log10(Math.pow(10, db[i] / 10) + Math.pow(10, (other.db[i] + byDb) / 10));
        }
        return new Spectrogram(next);
    }

    /** A part of it. */
    public Spectrogram part(int fromS, int toS) {
        return new Spectrogram(Arrays.copyOfRange(db, fromS * STEPS_PER_S * BANDS, toS * STEPS_PER_S * BANDS));
    }

    /** Followed by another. */
    public Spectrogram then(Spectrogram other) {
        double[] next = Arrays.copyOf(db, db.length + other.db.length);
        System.arraycopy(other.db, 0, next, db.length, other.db.length);
        return new Spectrogram(next);
    }

    /** All of its levels. */
    public byte[] levels() {
        byte[] levels = new byte[db.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = AudioMeasurement.level(db[i]);
        }
        return levels;
    }

    /** Received elsewhere: louder by some decibels, with noise so far below the mean. */
    public Spectrogram received(double gainDb, double snrDb, long seed) {
        Random random = new Random(seed);
        double noise = Math.pow(10, (-40 + gainDb - snrDb) / 10);
        double[] next = new double[db.length];
        for (int i = 0; i < db.length; i++) {
            double signal = Math.pow(10, (db[i] + gainDb) / 10);
            next[i] = 10 * Math.log10(signal + noise * -Math.log(1 - random.nextDouble()));
        }
        return new Spectrogram(next);
    }

    /** Its levels in looks of 200 ms. */
    public byte[] look(int number) {
        byte[] levels = new byte[10 * BANDS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = AudioMeasurement.level(db[number * levels.length + i]);
        }
        return levels;
    }

    /** How many looks it has. */
    public int looks() {
        return db.length / (10 * BANDS);
    }
}
