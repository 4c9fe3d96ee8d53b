package io.bandwatch.deploy.cli.acceptance.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.content.InsertionTally.Told;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Foreign sound of 5, 10, 20 and 60 s in hours of music and speech, 4 dB louder or quieter, up to 120 s later than the
 * reference, by way of an FM transmitter and of a codec; and the same hours without.
 */
public final class InsertionsCheck implements AcceptanceCheck {
    /** So many of the hours are heard once more without insertions, at other delays, levels and clocks. */
    private static final int AGAIN = 1;

    private final int first;
    private final int last;

    private InsertionsCheck(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** Of every hour there is. */
    public static InsertionsCheck whole() {
        return new InsertionsCheck(1, Integer.MAX_VALUE);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() == 0) {
            throw new IllegalArgumentException("has hours only; choose some with --seeds, the first being 1");
        }
        return new InsertionsCheck((int) part.from(), (int) part.to());
    }

    @Override
    public String name() {
        return "insertions";
    }

    @Override
    public String statement() {
        return "Of foreign sound of 5 to 60 s in a programme, through FM at 20 dB and AAC at 48 kbit/s, with 4 dB level change,"
                + " up to 120 s delay and clocks 100 ppm apart, at least 99 % are found, begin and end within 1 s and within"
                + " 8 s; none is found in 10 hours without; on the same data correlation of waveforms, equality of levels and a"
                + " plain perceptual hash fail.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Corpus corpus = Corpus.built(bench.root());
        List<InsertionTally> tallies =
                Arrays.stream(AirPath.values()).map(InsertionTally::new).toList();
        List<NaiveTally> naive =
                Arrays.stream(NaiveRule.values()).map(NaiveTally::new).toList();
        int hours = corpus.hours().size();
        for (int hour = first; hour <= Math.min(last, hours + AGAIN); hour++) {
            short[] programme = corpus.hour(hour - 1);
            short[] foreign = corpus.hour(hour + hours / 2);
            Hour judged = new Hour(hour, programme, foreign, bench.scratch());
            for (InsertionTally tally : tallies) {
                judged.count(tally, naive, hour <= hours);
                bench.tell("hour %d of %d, %s", hour, hours + AGAIN, tally);
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        ArrayNode paths = figures.putArray("paths");
        tallies.forEach(tally -> paths.add(tally.node()));
        ArrayNode others = figures.putArray("naive_rules_at_their_best_thresholds");
        naive.forEach(tally -> others.add(tally.node()));
        boolean holds = tallies.stream().allMatch(InsertionTally::holds);
        return new Count(holds && naive.stream().allMatch(NaiveTally::fails), figures);
    }

    /** One hour of programme, with and without foreign sound. */
    private static final class Hour {
        private final int number;
        private final short[] programme;
        private final short[] foreign;
        private final Heard reference;
        private final Path scratch;

        Hour(int number, short[] programme, short[] foreign, Path scratch) {
            this.number = number;
            this.programme = programme;
            this.foreign = foreign;
            this.scratch = scratch;
            this.reference = Heard.of(programme);
        }

        /** @param both whether with insertions too */
        void count(InsertionTally tally, List<NaiveTally> naive, boolean both)
                throws IOException, InterruptedException {
            double hours = programme.length / (3600.0 * Corpus.RATE_HZ);
            if (both) {
                List<Insertion> insertions = Insertion.into(programme, foreign, number);
                short[] spliced = programme.clone();
                insertions.forEach(insertion -> insertion.put(foreign, spliced));
                Way way = way(tally.path(), 2L * number);
                Heard air = tally.path().heard(way.sent(spliced), 2L * number, scratch);
                tally.count("hour " + number, insertions, told(air, way), hours);
                naive.forEach(one -> one.count(reference, air, way, insertions));
            }
            Way way = way(tally.path(), 2L * number + 1);
            Heard air = tally.path().heard(way.sent(programme), 2L * number + 1, scratch);
            tally.clean("hour " + number, told(air, way), hours);
            naive.forEach(one -> one.clean(reference, air, way));
        }

        private static Way way(AirPath path, long seed) {
            return Way.any(SeededRandom.forPurpose(seed, "way of " + path));
        }

        private List<Told> told(Heard air, Way way) {
            return Comparison.told(reference.levels(), air.levels(), way);
        }
    }
}
