package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.detectors.Subject;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An hour in three counties: twenty unlicensed carriers of six groups, four that belong to nobody, and a licensed network, one
 * transmitter of which is heard in two counties. Of
 * a group, either all play the same loop, each from elsewhere on, one of them on one frequency in three counties; or two have
 * programmes of their own and one timer. Two groups have a spot of a minute in common, and nothing else.
 */
final class Gangs {
    static final int LOOKS_A_SECOND = 5;
    static final int SECONDS = 3600;

    /** Transmitters of the licensed network. */
    static final int NETWORK = 6;

    private static final String[] COUNTIES = {"north", "south", "west"};
    private static final int[] SIZES = {5, 4, 4, 3, 2, 2};
    private static final int TIMED = 2;
    private static final int ALONE = 4;

    /** What one transmitter is later at one receiver than at another one, by their clocks and buffers: 20 ms. */
    private static final int LATER_SAMPLES = Corpus.RATE_HZ / 50;

    private static final int LEAST_LOOP_S = 480;
    private static final int MOST_LOOP_S = 1200;
    private static final int SPOT_S = 60;
    private static final long LOWEST_HZ = 87_500_000;
    private static final long RASTER_HZ = 100_000;

    private final FreshSound fresh;
    private final SeededRandom random;
    private final List<Station> stations = new ArrayList<>();
    private int frequencies;

    /**
     * A carrier.
     *
     * @param subject where
     * @param group number of its group, -1 if it belongs to nobody
     * @param licensed whether it is
     * @param loop what it plays, 48 kHz
     * @param phase sample at which it begins
     * @param switched seconds at which it is turned on and off in turn, the first on
     */
    record Station(Subject subject, int group, boolean licensed, short[] loop, int phase, List<Double> switched) {
        /** Whether it is on at a second. */
        boolean isOn(double second) {
            long turns = switched.stream().filter(turn -> turn <= second).count();
            return turns % 2 == 1;
        }
    }

    Gangs(Corpus corpus, long seed) throws IOException {
        this.random = SeededRandom.forPurpose(seed, "gangs");
        this.fresh = new FreshSound(corpus, random);
        short[] spot = fresh.next(SPOT_S * Corpus.RATE_HZ);
        for (int group = 0; group < SIZES.length; group++) {
            boolean timed = group >= SIZES.length - TIMED;
            List<Double> timer = timer();
            short[] loop = loop();
            if (group < 2) {
                System.arraycopy(spot, 0, loop, loop.length / 2, spot.length);
            }
            long frequencyHz = frequency();
            for (int i = 0; i < SIZES[group]; i++) {
                // the first group is on one frequency in three counties, and its others elsewhere
                long hz = group == 0 && i < COUNTIES.length ? frequencyHz : frequency();
                String county = COUNTIES[group == 0 ? i % COUNTIES.length : random.nextInt(COUNTIES.length)];
                add(county, hz, group, timed ? loop() : loop, timed ? together(timer) : own());
            }
        }
        for (int i = 0; i < ALONE; i++) {
            add(COUNTIES[random.nextInt(COUNTIES.length)], frequency(), -1, loop(), timer());
        }
        network();
    }

    List<Station> stations() {
        return stations;
    }

    private void network() throws IOException {
        short[] programme = fresh.next(SECONDS * Corpus.RATE_HZ);
        for (int i = 0; i < NETWORK; i++) {
            Subject subject = Subject.carrier(COUNTIES[i % COUNTIES.length], frequency(), 0);
            int lateSamples = random.nextInt(2 * Corpus.RATE_HZ);
            addOfNetwork(subject, programme, lateSamples);
            if (i == 0) {
                Subject again = Subject.carrier(COUNTIES[1], subject.channelHz(), 0);
                addOfNetwork(again, programme, lateSamples + LATER_SAMPLES);
            }
        }
    }

    private void addOfNetwork(Subject subject, short[] programme, int lateSamples) {
        stations.add(new Station(subject, -1, true, programme, programme.length - lateSamples, List.of(0.0)));
    }

    private void add(String county, long hz, int group, short[] loop, List<Double> switched) {
        stations.add(
                new Station(Subject.carrier(county, hz, 0), group, false, loop, random.nextInt(loop.length), switched));
    }

    private short[] loop() throws IOException {
        int seconds = LEAST_LOOP_S + random.nextInt(MOST_LOOP_S - LEAST_LOOP_S);
        return fresh.next(seconds * Corpus.RATE_HZ);
    }

    private long frequency() {
        return LOWEST_HZ + RASTER_HZ * 4 * frequencies++;
    }

    /** On and off by its own timer, or on all the time. */
    private List<Double> own() {
        return random.nextInt(2) == 0 ? List.of(20.0 + 60 * random.nextUniform()) : timer();
    }

    private List<Double> timer() {
        List<Double> turns = new ArrayList<>();
        double at = 30 + 200 * random.nextUniform();
        while (at < SECONDS - 120) {
            turns.add(at);
            boolean on = turns.size() % 2 == 1;
            at += on ? 400 + 500 * random.nextUniform() : 120 + 300 * random.nextUniform();
        }
        return turns;
    }

    /** The turns of one timer as a transmitter follows them, a part of a second late. */
    private List<Double> together(List<Double> timer) {
        List<Double> turns = new ArrayList<>();
        timer.forEach(turn -> turns.add(turn + 0.8 * random.nextUniform()));
        return turns;
    }
}
