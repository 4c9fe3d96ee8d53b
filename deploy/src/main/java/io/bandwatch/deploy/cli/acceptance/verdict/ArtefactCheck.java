package io.bandwatch.deploy.cli.acceptance.verdict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.detectors.artefact.ArtefactJudge;
import io.bandwatch.detectors.artefact.ArtefactOpinion;
import io.bandwatch.samples.scenario.Scenario;
import java.util.Locale;

/**
 * How many products, images and splatters are named artefacts, and how many carriers are that are none. What is heard of
 * 600 ms is judged: three looks. Everything found that is not within 60 kHz of a transmitter is an artefact, if it was found
 * in two looks at least and stands at 0 dB or more.
 */
public final class ArtefactCheck implements AcceptanceCheck {
    private static final double REQUIRED_NAMED = 0.99;
    private static final double ALLOWED_WRONG = 0.005;
    private static final double TRANSMITTER_REACH_HZ = 60e3;
    private static final double LOWEST_SNR_DB = 0.0;
    private static final int FEWEST_LOOKS = 2;
    private static final int SEEDS_BETWEEN_LINES = 10;

    private final long first;
    private final long last;
    private final ArtefactJudge judge = new ArtefactJudge();

    /** A check of the scenes of some seeds, each kind. */
    public ArtefactCheck(long first, long last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() == 0) {
            throw new IllegalArgumentException("has scenes of seeds only; choose some with --seeds");
        }
        return new ArtefactCheck(part.from(), part.to());
    }

    @Override
    public String name() {
        return "artefacts";
    }

    @Override
    public String statement() {
        return "Of products, images and splatter at 0 dB SNR and more at least 99 % are named artefact, of carriers at most"
                + " 0.5 %, those on the frequencies of products and images included.";
    }

    @Override
    public Count count(SceneBench bench) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("seeds", last - first + 1);
        ArrayNode kinds = JsonNodeFactory.instance.arrayNode();
        ArrayNode wrong = JsonNodeFactory.instance.arrayNode();
        Tally all = new Tally();
        for (ArtefactScenes kind : ArtefactScenes.values()) {
            Tally tally = new Tally();
            for (long seed = first; seed <= last; seed++) {
                judge(kind, seed, tally, wrong);
                if (seed % SEEDS_BETWEEN_LINES == 0) {
                    bench.tell("%s, seed %d of %d: %s", kind, seed, last, tally);
                }
            }
            kinds.add(tally.put(JsonNodeFactory.instance.objectNode().put("scenes", word(kind))));
            all.add(tally);
        }
        all.put(figures);
        figures.set("kinds", kinds);
        figures.set("wrong", wrong);
        boolean holds = all.named >= REQUIRED_NAMED * all.artefacts && all.dismissed <= ALLOWED_WRONG * all.carriers;
        return new Count(holds, figures);
    }

    private void judge(ArtefactScenes kind, long seed, Tally tally, ArrayNode wrong) {
        Scenario scene = kind.scene(seed);
        for (ArtefactLooks.Heard heard : ArtefactLooks.of(scene)) {
            boolean carrier = scene.carriers().stream()
                    .anyMatch(sent -> Math.abs(sent.frequencyHz() - heard.frequencyHz()) < TRANSMITTER_REACH_HZ);
            if (!carrier && (heard.looks() < FEWEST_LOOKS || heard.snrDb() < LOWEST_SNR_DB)) {
                continue;
            }
            ArtefactOpinion opinion = judge.judge(heard.totals());
            tally.count(carrier, opinion.artefact());
            if (opinion.artefact() == carrier) {
                wrong.add(String.format(
                        Locale.ROOT,
                        "%s %d: %s at %.3f MHz, %.1f dB, explained %.2f",
                        word(kind),
                        seed,
                        carrier ? "carrier" : "artefact",
                        heard.frequencyHz() / 1e6,
                        heard.snrDb(),
                        opinion.share()));
            }
        }
    }

    private static String word(ArtefactScenes kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Counts of one kind of scene, or of all. */
    private static final class Tally {
        private int artefacts;
        private int named;
        private int carriers;
        private int dismissed;

        private void count(boolean carrier, boolean takenForArtefact) {
            if (carrier) {
                carriers++;
                dismissed += takenForArtefact ? 1 : 0;
            } else {
                artefacts++;
                named += takenForArtefact ? 1 : 0;
            }
        }

        private void add(Tally other) {
            artefacts += other.artefacts;
            named += other.named;
            carriers += other.carriers;
            dismissed += other.dismissed;
        }

        private ObjectNode put(ObjectNode node) {
            return node.put("artefacts", artefacts)
                    .put("named", named)
                    .put("carriers", carriers)
                    .put("carriers_called_artefacts", dismissed);
        }

        @Override
        public String toString() {
            return named + " of " + artefacts + " artefacts named, " + dismissed + " of " + carriers
                    + " carriers called artefacts";
        }
    }
}
