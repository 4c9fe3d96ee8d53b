package io.bandwatch.detectors.content;

import io.bandwatch.signal.AudioMeasurement;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last words of a sound, one a step. On air there is no gap: what was heard before one is forgotten. In a reference steps may be
 * missing, and what was heard before them stays, since it may be on air yet. In a reference, a moment that is {@value #DEPTH_DB} dB below what was
 * loudest lately is faint: on air, noise may speak there. On air, one is faint that is less than {@value #NOISE_DB} dB above
 * what was faintest lately: noise is never louder than that.
 *
 * @param levels the last steps, of which the next words are made
 * @param words one a step; {@link SoundWord#QUIET} where too little is heard
 * @param loudness of each step, in units of {@link AudioMeasurement#level}
 * @param faintBelow the loudness below which each step is faint
 * @param shapes the {@link SoundShape} of each step that is a multiple of {@link Alignment#STRIDE}
 * @param until step behind the last word, since 1970
 * @param loudest what was loudest lately, in units of {@link AudioMeasurement#level}
 * @param faintest what was faintest lately, in the same
 */
public record PrintLine(
        byte[] levels,
        long[] words,
        byte[] loudness,
        byte[] faintBelow,
        byte[] shapes,
        long until,
        double loudest,
        double faintest) {
    /** Nothing heard yet. */
    public static final PrintLine NOTHING =
            new PrintLine(new byte[0], new long[0], new byte[0], new byte[0], new byte[0], 0, 0, 0);

    /** Length of a step, ns. */
    public static final long STEP_NS = Math.round(AudioMeasurement.PRINT_STEP_S * 1e9);

    private static final double DEPTH_DB = 22;
    private static final double FORGOTTEN_DB_PER_S = 0.5;

    /** What is so much louder than the faintest that was heard lately is more than noise. */
    private static final double NOISE_DB = 10;

    private static final double UNIT_DB = AudioMeasurement.LEVEL_UNIT_DB;

    /** What is less loud is silence, in units of {@link AudioMeasurement#level}: -66 dBFS. */
    static final double LEAST = (-66 - AudioMeasurement.LEVEL_FLOOR_DBFS) / AudioMeasurement.LEVEL_UNIT_DB;

    /** However long it was quieter, it counts as having been as loud lately: noise has no programme to be compared with. */
    private static final double LEAST_LOUDEST =
            (-36 - AudioMeasurement.LEVEL_FLOOR_DBFS) / AudioMeasurement.LEVEL_UNIT_DB;

    /** Loudness of a step of which nothing is known. */
    private static final byte MISSING = Byte.MIN_VALUE;

    private static final int BANDS = AudioMeasurement.PRINT_BANDS;

    /** Steps since 1970 at an instant, to the nearest. */
    public static long step(Instant time) {
        return Math.round(exactStep(time));
    }

    static double exactStep(Instant time) {
        return (time.getEpochSecond() * 1e9 + time.getNano()) / STEP_NS;
    }

    /** The instant of a step. */
    public static Instant time(long step) {
        return Instant.ofEpochSecond(
                Math.floorDiv(step * STEP_NS, 1_000_000_000L), Math.floorMod(step * STEP_NS, 1_000_000_000L));
    }

    /** How long so many steps last, s. */
    public static double seconds(double steps) {
        return steps * STEP_NS / 1e9;
    }

    /** First step that has a word. */
    public long from() {
        return until - words.length;
    }

    /** The word of a step; {@link SoundWord#QUIET} where it is faint. */
    public long at(long step) {
        return isFaint(step) ? SoundWord.QUIET : anyAt(step);
    }

    /** The word of a step, faint or not. */
    public long anyAt(long step) {
        return words[(int) (step - from())];
    }

    /** Whether a step is faint; true where there is none. */
    boolean isFaint(long step) {
        int i = (int) (step - from());
        return i < 0 || i >= words.length || loudness[i] < faintBelow[i];
    }

    /** Whether nothing is heard in a step; true where there is none. */
    boolean isSilent(long step) {
        int i = (int) (step - from());
        return i < 0 || i >= words.length || words[i] == SoundWord.QUIET;
    }

    /** Loudness of a step, in units of {@link AudioMeasurement#level}. */
    int loudness(long step) {
        return loudness[(int) (step - from())];
    }

    /** How much louder a step on air is than the faintest that was heard lately, in units of {@link AudioMeasurement#level}. */
    int aboveFaintest(long step) {
        return loudness(step) - faintBelow(step) + (int) Math.rint(NOISE_DB / UNIT_DB);
    }

    /** Loudness below which a step is faint. */
    int faintBelow(long step) {
        return faintBelow[(int) (step - from())];
    }

    /** The shape of the nearest step that has one. */
    byte[] shape(long step) {
        int count = shapes.length / BANDS;
        long nearest = Math.round((double) step / Alignment.STRIDE) - places(from());
        int at = (int) Math.max(0, Math.min(count - 1, nearest)) * BANDS;
        return Arrays.copyOfRange(shapes, at, at + BANDS);
    }

    /** How many steps before this one, counted from 1970 on, have a shape. */
    private static long places(long step) {
        return -Math.floorDiv(-step, (long) Alignment.STRIDE);
    }

    /** Whether something was heard up to an instant or later. */
    boolean reaches(Instant instant) {
        return words.length > 0 && until >= step(instant);
    }

    /** Whether a step has a word. */
    public boolean holds(long step) {
        return step >= from() && step < until && loudness(step) != MISSING;
    }

    /**
     * With what was heard in another look.
     *
     * @param most words that are kept
     */
    public PrintLine with(ContentLook look, int most) {
        boolean reference = look.role() == ContentLook.Role.REFERENCE;
        if (look.levels().length == 0) {
            return reference ? this : NOTHING;
        }
        LookSteps heard = steps(look);
        byte[] all = levelsWith(heard);
        int steps = all.length / BANDS;
        int added = Math.max(0, steps - 2 * SoundWord.REACH + 1);
        long next = heard.until() - SoundWord.REACH + 1;
        PrintLine before = reference ? missingUntil(next - added, most) : this;
        boolean known = reference && words.length > 0;
        boolean goesOn = known ? before.until == next - added : heard.follows();
        int kept = goesOn ? Math.min(before.words.length, Math.max(0, most - added)) : 0;
        long[] nextWords = new long[kept + added];
        byte[] nextLoudness = new byte[kept + added];
        byte[] nextFaint = new byte[kept + added];
        System.arraycopy(before.words, before.words.length - kept, nextWords, 0, kept);
        System.arraycopy(before.loudness, before.words.length - kept, nextLoudness, 0, kept);
        System.arraycopy(before.faintBelow, before.words.length - kept, nextFaint, 0, kept);
        double loud = goesOn ? loudest : 0;
        double least = goesOn ? faintest : Double.MAX_VALUE;
        for (int i = 0; i < added; i++) {
            int step = SoundWord.REACH + i;
            double here = SoundWord.loudness(all, step);
            loud = Math.max(Math.max(here, LEAST_LOUDEST), loud - forgotten());
            least = Math.max(LEAST, Math.min(here, least + forgotten()));
            double faint = reference ? loud - DEPTH_DB / UNIT_DB : least + NOISE_DB / UNIT_DB;
            nextWords[kept + i] = here < LEAST ? SoundWord.QUIET : SoundWord.of(all, step);
            nextLoudness[kept + i] = (byte) Math.rint(here);
            nextFaint[kept + i] = (byte) Math.rint(Math.min(Byte.MAX_VALUE, faint));
        }
        int tail = Math.min(steps, 2 * SoundWord.REACH - 1) * BANDS;
        byte[] last = Arrays.copyOfRange(all, all.length - tail, all.length);
        byte[] nextShapes = before.shapesWith(all, next - added, next, kept);
        return new PrintLine(last, nextWords, nextLoudness, nextFaint, nextShapes, next, loud, least);
    }

    /** With steps of which nothing is known up to another one; the same where that is too far off, or was before. */
    private PrintLine missingUntil(long step, int most) {
        long missing = step - until;
        if (words.length == 0 || missing <= 0 || missing >= most) {
            return this;
        }
        int gap = (int) missing;
        byte[] silent = Arrays.copyOf(loudness, loudness.length + gap);
        Arrays.fill(silent, loudness.length, silent.length, MISSING);
        byte[] faint = Arrays.copyOf(faintBelow, faintBelow.length + gap);
        Arrays.fill(faint, faintBelow.length, faint.length, Byte.MAX_VALUE);
        int shaped = shapes.length + (int) (places(step) - places(until)) * BANDS;
        return new PrintLine(
                levels,
                Arrays.copyOf(words, words.length + gap),
                silent,
                faint,
                Arrays.copyOf(shapes, shaped),
                step,
                loudest,
                faintest);
    }

    /** The shapes of the steps that are kept, and of those from one to another. */
    private byte[] shapesWith(byte[] all, long first, long next, int kept) {
        int old = (int) (places(first) - places(first - kept)) * BANDS;
        int fresh = (int) (places(next) - places(first)) * BANDS;
        byte[] shaped = new byte[old + fresh];
        System.arraycopy(shapes, shapes.length - old, shaped, 0, old);
        int step = SoundWord.REACH + (int) (places(first) * Alignment.STRIDE - first);
        for (int at = old; at < shaped.length; at += BANDS) {
            SoundShape.put(all, step, shaped, at);
            step += Alignment.STRIDE;
        }
        return shaped;
    }

    /** The levels that another look's words are made of: its own, and the last before it where it follows. */
    public byte[] levelsWith(ContentLook look) {
        return levelsWith(steps(look));
    }

    private byte[] levelsWith(LookSteps heard) {
        return heard.follows() ? joined(levels, heard.levels()) : heard.levels();
    }

    /** Behind the last of which levels are known: as many more are needed for the last word. */
    private LookSteps steps(ContentLook look) {
        return levels.length > 0 ? LookSteps.behind(until + SoundWord.REACH - 1, look) : LookSteps.of(look);
    }

    private static double forgotten() {
        return FORGOTTEN_DB_PER_S * AudioMeasurement.PRINT_STEP_S / AudioMeasurement.LEVEL_UNIT_DB;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
