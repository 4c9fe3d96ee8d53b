package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.deploy.cli.acceptance.repeats.Gangs.Station;
import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.links.LinkDetector;
import io.bandwatch.detectors.content.links.LinkNews;
import io.bandwatch.detectors.content.links.LinkState;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.dsp.print.PcmLevels;
import io.bandwatch.dsp.synth.SeededRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the detectors say of an hour of carriers, each of which is heard with noise 20 dB below it. Not thread-safe. */
final class CountyHour {
    private static final int LOOK = Corpus.RATE_HZ / Gangs.LOOKS_A_SECOND;

    /** How long it takes until an unlicensed carrier is told, and until it is told that it went, s. */
    private static final double TOLD_AFTER_S = 30;

    private static final double GONE_AFTER_S = 20;
    private static final double NOISE = 0.1;

    private final List<Receiver> receivers = new ArrayList<>();
    private final Set<Subject> licensed = new HashSet<>();
    private final List<Finding> verdicts = new ArrayList<>();
    private final Desk desk = new Desk();
    private final Desk deskWithoutLicences = new Desk();

    CountyHour(Gangs gangs, long seed) {
        for (Station station : gangs.stations()) {
            receivers.add(new Receiver(
                    station,
                    SeededRandom.forPurpose(
                            seed, "noise of " + station.subject().place())));
            if (station.licensed()) {
                licensed.add(station.subject());
            }
            verdicts(station);
        }
        verdicts.sort(Comparator.comparing(Finding::at).thenComparing(Finding::subject));
    }

    /** Goes through the hour. */
    void play() {
        Remembering remembering = new Remembering(this::hear);
        int told = 0;
        for (int look = 0; look < Gangs.SECONDS * Gangs.LOOKS_A_SECOND; look++) {
            double second = (double) look / Gangs.LOOKS_A_SECOND;
            while (told < verdicts.size() && !verdicts.get(told).at().isAfter(time(second))) {
                hear(verdicts.get(told++));
            }
            for (Receiver receiver : receivers) {
                byte[] levels = receiver.station.isOn(second) ? receiver.next() : new byte[0];
                remembering.hear(receiver.station.subject(), look, levels);
            }
        }
    }

    /** What is told of carriers that belong together. */
    List<Finding> linked() {
        return desk.linked;
    }

    /** What would be told if nobody had a licence. */
    List<Finding> linkedWithoutLicences() {
        return deskWithoutLicences.linked;
    }

    private void hear(Finding verdict) {
        if (!licensed.contains(verdict.subject())) {
            desk.hear(LinkNews.of(verdict));
        }
        deskWithoutLicences.hear(LinkNews.of(verdict));
    }

    private void hear(RepeatReport report) {
        String station = licensed.contains(report.subject()) ? report.subject().place() : null;
        desk.hear(LinkNews.of(new RepeatReport(
                report.subject(),
                station,
                report.from(),
                report.time(),
                report.heardSteps(),
                report.ended(),
                report.open(),
                report.over())));
        deskWithoutLicences.hear(LinkNews.of(report));
    }

    private void verdicts(Station station) {
        List<Double> turns = station.switched();
        for (int i = 0; i < turns.size(); i++) {
            boolean on = i % 2 == 0;
            Phase phase = i == 0 ? Phase.RAISED : on ? Phase.RESUMED : Phase.PAUSED;
            Instant turn = time(turns.get(i));
            Instant at = time(turns.get(i) + (on ? TOLD_AFTER_S : GONE_AFTER_S));
            Instant since = on ? turn : time(turns.get(i - 1));
            verdicts.add(new Finding(
                    IncidentKind.UNLICENSED_CARRIER,
                    phase,
                    station.subject(),
                    Severity.MAJOR,
                    time(turns.get(0)),
                    since,
                    on ? at : turn,
                    at,
                    1,
                    1,
                    "",
                    new Reason[0],
                    ""));
        }
    }

    private static Instant time(double second) {
        return Instant.EPOCH.plusNanos(Math.round(second * 1e9));
    }

    /** Where it is told who belongs together. */
    private static final class Desk {
        private final LinkDetector detector = new LinkDetector();
        private final List<Finding> linked = new ArrayList<>();
        private LinkState state = detector.initial();

        void hear(LinkNews news) {
            Step<LinkState, Finding> step = detector.onObservation(state, news);
            state = step.next();
            linked.addAll(step.findings());
        }
    }

    /** Hears one carrier. */
    private static final class Receiver {
        private final Station station;
        private final SeededRandom random;
        private final PcmLevels meter = new PcmLevels(Corpus.RATE_HZ, LOOK);
        private final float[] look = new float[LOOK];
        private final double noise;
        private int at;

        Receiver(Station station, SeededRandom random) {
            this.station = station;
            this.random = random;
            this.at = station.phase();
            double square = 0;
            for (short one : station.loop()) {
                square += (double) one * one;
            }
            this.noise = NOISE * Math.sqrt(square / station.loop().length) / -Short.MIN_VALUE;
        }

        byte[] next() {
            short[] loop = station.loop();
            for (int i = 0; i < LOOK; i++) {
                at = at >= loop.length ? 0 : at;
                look[i] = (float) ((double) loop[at++] / -Short.MIN_VALUE + noise * random.nextGaussian());
            }
            return meter.next(look, 0, LOOK);
        }
    }
}
