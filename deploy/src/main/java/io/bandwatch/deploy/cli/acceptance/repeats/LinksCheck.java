package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import java.io.IOException;

/** Hours in three counties with groups of unlicensed carriers. */
public final class LinksCheck implements AcceptanceCheck {
    private final int first;
    private final int last;

    private LinksCheck(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** So many hours. */
    public static LinksCheck whole(int hours) {
        return new LinksCheck(1, hours);
    }

    @Override
    public AcceptanceCheck only(Selection part) {
        if (part.family() != null || part.scene() != null || part.from() == 0) {
            throw new IllegalArgumentException("has hours only; choose some with --seeds, the first being 1");
        }
        return new LinksCheck((int) part.from(), (int) part.to());
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String statement() {
        return "Of twenty unlicensed carriers in six groups, which share a programme at any delay, in several counties or on"
                + " one frequency, or only a timer, the pairs that belong together are told with an F1 of at least 0.95;"
                + " carriers of nobody and a licensed network of relays are in no group. Without its licences the network"
                + " is one group, in which a transmitter that two receivers hear counts once.";
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Corpus corpus = Corpus.built(bench.root());
        LinkTally tally = new LinkTally();
        for (int hour = first; hour <= last; hour++) {
            Gangs gangs = new Gangs(corpus, hour);
            CountyHour heard = new CountyHour(gangs, hour);
            heard.play();
            tally.count("hour " + hour, gangs.stations(), heard.linked());
            tally.countNetwork("hour " + hour, gangs.stations(), heard.linkedWithoutLicences());
            bench.tell("hour %d of %d: %s", hour, last, tally);
        }
        return new Count(tally.holds(), tally.node());
    }
}
