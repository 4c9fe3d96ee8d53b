package io.bandwatch.deploy.cli.acceptance.clips;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.content.AirPath;
import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.deploy.cli.acceptance.content.Heard;
import io.bandwatch.deploy.cli.acceptance.content.Way;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Clips of 20 s in hours of music and speech, as they are and altered, by way of an FM transmitter; and the hours as they are
 * against every clip that can be cut out of the others, beside hours of other sounds.
 */
public final class ClipsCheck implements AcceptanceCheck {
    private final int first;
    private final int last;

    private ClipsCheck(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** Of every hour there is. */
    public static ClipsCheck whole() {
        return new ClipsCheck(1, Integer.MAX_VALUE);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() == 0) {
            throw new IllegalArgumentException("has hours only; choose some with --seeds, the first being 1");
        }
        return new ClipsCheck((int) part.from(), (int) part.to());
    }

    @Override
    public String name() {
        return "clips";
    }

    @Override
    public String statement() {
        return "Of known clips of 20 s at least 98 % are known through FM at 20 dB, and at least 95 % where 3 s are cut out,"
                + " somebody speaks over them or they are played 2 % faster or slower; in 20 hours and more of"
                + " different sounds without them no other sound is taken for one, and what they exceed once in 1,000"
                + " hours is not enough to be taken for one.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Corpus corpus = Corpus.built(bench.root());
        int hours = corpus.hours().size();
        int until = Math.min(last, hours);
        ClipTally known = new ClipTally();
        short[] voice = Corpus.speech(bench.root());
        for (int hour = first; hour <= until; hour++) {
            new ClipScene(corpus.hour(hour - 1), corpus.hour(hour - 1 + hours / 2), voice, hour)
                    .count(known, bench.scratch());
            bench.tell("hour %d of %d, %s", hour, hours, known);
        }
        List<Heard> studios = new ArrayList<>();
        for (int hour = 1; hour <= hours; hour++) {
            studios.add(Heard.of(corpus.hour(hour - 1)));
        }
        CleanTally clean = new CleanTally(studios);
        for (int hour = first; hour <= until; hour++) {
            short[] programme = corpus.hour(hour - 1);
            for (AirPath path : AirPath.values()) {
                for (int again = 0; again < (path == AirPath.FM ? 2 : 1); again++) {
                    long seed = 100L + 4L * hour + (path == AirPath.FM ? 0 : 2) + again;
                    Way way = Way.any(SeededRandom.forPurpose(seed, "way of a clean hour"));
                    clean.count(hour - 1, path.heard(way.sent(programme), seed, bench.scratch()), way)
                            .forEach(wrong -> bench.tell("taken for a clip: %s", wrong));
                }
            }
            bench.tell("hour %d of %d, %s", hour, hours, clean);
        }
        int others = last >= hours ? corpus.others().size() : 0;
        for (int other = 1; other <= others; other++) {
            short[] sound = Corpus.decoded(corpus.others().get(other - 1));
            long seed = 1000L + other;
            Way way = Way.any(SeededRandom.forPurpose(seed, "way of a clean hour"));
            clean.countOther(other, Heard.of(sound), AirPath.FM.heard(way.sent(sound), seed, bench.scratch()), way)
                    .forEach(wrong -> bench.tell("taken for a clip: %s", wrong));
            bench.tell("other hour %d of %d, %s", other, others, clean);
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("clips", known.node());
        figures.set("clean", clean.node());
        return new Count(known.holds() && clean.holds(), figures);
    }
}
