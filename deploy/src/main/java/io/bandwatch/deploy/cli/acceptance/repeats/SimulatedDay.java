package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A day of a station: programme, breaks of spots that come again, two programmes that are broadcast twice, bursts of a jingle,
 * twice minutes of hardly anything but jingles, and three times a loop, of which two are started again by hand. What comes again is up to 4 dB louder or quieter. Not
 * thread-safe.
 */
final class SimulatedDay {
    private static final int SPOTS = 30;
    private static final int LEAST_SPOT_S = 20;
    private static final int MOST_SPOT_S = 60;
    private static final int RERUN_S = 600;
    private static final int JINGLE_S = 8;
    private static final int JINGLES = 5;
    private static final int LEAST_JINGLE_S = 6;
    private static final int MOST_JINGLE_S = 19;
    private static final int LEAST_OF_JINGLES_S = 360;
    private static final int MOST_OF_JINGLES_S = 720;

    /** When jingles play for minutes, and from when on each loop begins within so much of the day; shares of the day. */
    private static final double[] JINGLES_AT = {0.05, 0.66};

    private static final double[] LOOPS_AT = {0.12, 0.4, 0.7};
    private static final double LOOP_WITHIN = 0.12;
    private static final int LEAST_LOOP_S = 120;
    private static final int MOST_LOOP_S = 2400;
    private static final int PASSES = 4;
    private static final double LEAST_PAUSE_S = 1;
    private static final double MOST_PAUSE_S = 5;
    private static final double GAIN_DB = 4;

    private final DayTape tape;
    private final FreshSound fresh;
    private final SeededRandom random;
    private final List<Piece> spots = new ArrayList<>();
    private final List<Piece> reruns = new ArrayList<>();
    private final List<Airing> airings = new ArrayList<>();
    private final List<short[]> jingles = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();

    /** Something that comes again. */
    private record Piece(short[] sound, List<double[]> aired) {}

    /**
     * Something that was on air before.
     *
     * @param fromS begin, s of the day
     * @param toS end
     * @param lagsS least and most of the time since it was on before, for each time
     */
    record Airing(double fromS, double toS, List<double[]> lagsS) {
        /** Whether it was on air so long before. */
        boolean hasLag(double lagS, double toleranceS) {
            return lagsS.stream().anyMatch(lag -> lagS >= lag[0] - toleranceS && lagS <= lag[1] + toleranceS);
        }
    }

    /**
     * A loop.
     *
     * @param fromS begin of its second pass, s of the day
     * @param toS its end
     * @param periodsS from pass to pass: all the same, or not
     */
    record Loop(double fromS, double toS, List<Double> periodsS) {
        /** How far a period is off any that it had, and so also off their mean, s. */
        double errorS(double periodS) {
            double least = periodsS.stream().mapToDouble(one -> one).min().orElseThrow();
            double most = periodsS.stream().mapToDouble(one -> one).max().orElseThrow();
            return Math.max(0, Math.max(least - periodS, periodS - most));
        }

        double lengthS() {
            return toS - fromS;
        }
    }

    SimulatedDay(Corpus corpus, DayTape tape, long seed) {
        this.tape = tape;
        this.random = SeededRandom.forPurpose(seed, "simulated day");
        this.fresh = new FreshSound(corpus, random);
    }

    List<Airing> airings() {
        return airings;
    }

    List<Loop> loops() {
        return loops;
    }

    /** Plays it. */
    void play(double hours) throws IOException {
        double dayS = hours * 3600;
        double[] loopsAtS = Arrays.stream(LOOPS_AT)
                .map(share -> (share + LOOP_WITHIN * random.nextUniform()) * dayS)
                .toArray();
        short[] jingle = fresh.next(samples(JINGLE_S));
        for (int i = 0; i < JINGLES; i++) {
            jingles.add(fresh.next(samples(between(LEAST_JINGLE_S, MOST_JINGLE_S))));
        }
        for (int i = 0; i < SPOTS; i++) {
            spots.add(new Piece(fresh.next(samples(between(LEAST_SPOT_S, MOST_SPOT_S))), new ArrayList<>()));
        }
        for (int i = 0; i < 2; i++) {
            reruns.add(new Piece(fresh.next(samples(RERUN_S)), new ArrayList<>()));
        }
        int hour = 0;
        int often = 0;
        while (tape.lengthS() < dayS) {
            tape.play(fresh.next(samples(between(60, 360))), 1);
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                air(spots.get(random.nextInt(SPOTS)));
            }
            if (random.nextInt(3) == 0) {
                burst(jingle);
            }
            if (tape.lengthS() > 3600.0 * hour * Math.max(1, hours / 6)) {
                air(reruns.get(hour++ % reruns.size()));
            }
            if (often < JINGLES_AT.length && tape.lengthS() > JINGLES_AT[often] * dayS) {
                playJingles(between(LEAST_OF_JINGLES_S, MOST_OF_JINGLES_S));
                often++;
            }
            if (loops.size() < LOOPS_AT.length && tape.lengthS() > loopsAtS[loops.size()]) {
                playLoop();
            }
        }
    }

    private void burst(short[] jingle) throws IOException {
        for (int left = 2 + random.nextInt(4); left > 0; left--) {
            tape.play(jingle, 1);
            tape.play(fresh.next(samples(between(2, 6))), 1);
        }
    }

    /** One jingle after the other, in any order, with hardly anything between them. */
    private void playJingles(double lengthS) throws IOException {
        double untilS = tape.lengthS() + lengthS;
        while (tape.lengthS() < untilS) {
            tape.play(jingles.get(random.nextInt(JINGLES)), 1);
            tape.play(fresh.next(samples(between(0, 1.5))), 1);
        }
    }

    private void playLoop() throws IOException {
        // as many short ones as long ones
        double ratio = (double) MOST_LOOP_S / LEAST_LOOP_S;
        double periodS = LEAST_LOOP_S * Math.pow(ratio, random.nextUniform());
        Piece piece = new Piece(fresh.next(samples(periodS)), new ArrayList<>());
        // of three, two are started again by hand
        boolean byHand = loops.size() > 0;
        List<Double> beginS = new ArrayList<>();
        for (int pass = 0; pass < PASSES; pass++) {
            double at = tape.play(piece.sound(), 1);
            heard(piece, at);
            beginS.add(at);
            if (byHand && pass < PASSES - 1) {
                tape.play(new short[samples(between(LEAST_PAUSE_S, MOST_PAUSE_S))], 1);
            }
        }
        List<Double> periodsS = new ArrayList<>();
        for (int pass = 1; pass < PASSES; pass++) {
            periodsS.add(beginS.get(pass) - beginS.get(pass - 1));
        }
        loops.add(new Loop(beginS.get(1), tape.lengthS(), periodsS));
    }

    /** Something that comes again, unless it was on a minute ago. */
    private void air(Piece piece) throws IOException {
        boolean lately = !piece.aired().isEmpty()
                && tape.lengthS() - piece.aired().get(piece.aired().size() - 1)[1] < 60;
        if (lately) {
            return;
        }
        double gain = Math.pow(10, GAIN_DB * (2 * random.nextUniform() - 1) / 20);
        heard(piece, tape.play(piece.sound(), gain));
    }

    private void heard(Piece piece, double fromS) {
        double toS = tape.lengthS();
        List<double[]> lags = new ArrayList<>();
        for (double[] before : piece.aired()) {
            double atBegin = fromS - before[0];
            double atEnd = toS - before[1];
            lags.add(new double[] {Math.min(atBegin, atEnd), Math.max(atBegin, atEnd)});
        }
        if (!lags.isEmpty()) {
            airings.add(new Airing(fromS, toS, lags));
        }
        piece.aired().add(new double[] {fromS, toS});
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextUniform();
    }

    private static int samples(double seconds) {
        return (int) Math.rint(seconds * Corpus.RATE_HZ);
    }
}
