package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.index.IndexHits;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds stretches of a programme that were heard before, in it or in another one: words that lie on one diagonal. A word
 * alone may be found anywhere by chance; several in a row with the same time between are a repeat. What a programme was
 * before itself is compared word by word where they say so ({@link OwnRepeats}).
 */
public final class RepeatDetector implements Detector<Recall, RepeatState, RepeatReport> {
    private static final long serialVersionUID = 1L;

    /** So far apart the words of one stretch may be, steps: ten seconds, as long as a pause or a steady tone may be. */
    private static final long MOST_BETWEEN = 500;

    /** Shorter stretches are not told, steps: fifteen seconds. */
    private static final long LEAST = 750;

    /** Words that must be found in a stretch, and in each second of it on average. */
    private static final int LEAST_HITS = 8;

    private static final double LEAST_A_SECOND = 0.25;

    /** Of a programme itself, all words are compared: so many bits at least, of which so many may differ. */
    private static final int LEAST_BITS = 400;

    private static final double MOST_ERRORS = 0.08;

    /** What is kept of a programme step by step: a minute, in which the index finds something of any repeat. */
    private static final int KEPT = 3000;

    /** What is followed at once; what has least words goes first. */
    private static final int MOST = 400;

    private static final double STEPS_A_SECOND = 1e9 / PrintLine.STEP_NS;

    @Override
    public RepeatState initial() {
        return RepeatState.NOTHING;
    }

    @Override
    public Step<RepeatState, RepeatReport> onObservation(RepeatState state, Recall recall) {
        IndexHits hits = recall.hits();
        if (hits != null) {
            List<IndexHits> waiting = new ArrayList<>(state.waiting());
            waiting.add(hits);
            return Step.quiet(new RepeatState(waiting, state.diagonals(), state.air(), state.archive(), state.own()));
        }
        Subject subject = recall.subject();
        PrintLine air = state.air().with(look(recall), KEPT);
        Archive archive = state.archive().with(air);
        List<Diagonal> diagonals = followed(state);
        List<OwnLine> own = new OwnRepeats(archive, air).followed(state.own(), diagonals, subject);
        long over = recall.ended() ? Long.MAX_VALUE : PrintLine.step(recall.time()) - MOST_BETWEEN;
        RepeatReport report = new RepeatReport(
                subject,
                recall.station(),
                recall.from(),
                recall.time(),
                recall.levels().length / AudioMeasurement.PRINT_BANDS,
                recall.ended(),
                told(diagonals, own, archive, subject, over, Long.MAX_VALUE),
                told(diagonals, own, archive, subject, Long.MIN_VALUE, over));
        diagonals.removeIf(diagonal -> diagonal.until() < over);
        own.removeIf(line -> line.before() < over);
        return new Step<>(new RepeatState(List.of(), diagonals, air, archive, own), List.of(report), Optional.empty());
    }

    private static ContentLook look(Recall recall) {
        int steps = recall.levels().length / AudioMeasurement.PRINT_BANDS;
        return new ContentLook(
                recall.subject(),
                ContentLook.Role.ON_AIR,
                FrameKind.MEASURED,
                recall.time().minusNanos(steps * PrintLine.STEP_NS),
                steps * PrintLine.STEP_NS,
                recall.levels());
    }

    @Override
    public Step<RepeatState, RepeatReport> onDeadline(RepeatState state, Instant now) {
        return Step.quiet(state);
    }

    private static List<Diagonal> followed(RepeatState state) {
        List<Hit> hits = new ArrayList<>();
        for (IndexHits some : state.waiting()) {
            for (int i = 0; i < some.steps().length; i++) {
                hits.add(new Hit(some.steps()[i], some.others()[i], some.otherSteps()[i]));
            }
        }
        hits.sort(Hit.ORDER);
        List<Diagonal> diagonals = new ArrayList<>(state.diagonals());
        for (Hit hit : hits) {
            follow(diagonals, hit);
        }
        if (diagonals.size() > MOST) {
            diagonals.sort(Comparator.comparingInt(Diagonal::hits)
                    .thenComparingLong(Diagonal::until)
                    .reversed());
            diagonals.subList(MOST, diagonals.size()).clear();
        }
        return diagonals;
    }

    private static void follow(List<Diagonal> diagonals, Hit hit) {
        int nearest = -1;
        for (int i = 0; i < diagonals.size(); i++) {
            Diagonal diagonal = diagonals.get(i);
            boolean nearer = nearest < 0
                    || Math.abs(hit.lag() - diagonal.lag())
                            < Math.abs(hit.lag() - diagonals.get(nearest).lag());
            if (diagonal.hasNear(hit, MOST_BETWEEN) && nearer) {
                nearest = i;
            }
        }
        if (nearest < 0) {
            diagonals.add(Diagonal.of(hit));
        } else {
            diagonals.set(nearest, diagonals.get(nearest).with(hit));
        }
    }

    /** Of those that ended between two steps, the ones that are long enough. */
    private static Repeat[] told(
            List<Diagonal> diagonals, List<OwnLine> own, Archive archive, Subject subject, long from, long before) {
        Stream<Repeat> elsewhere = diagonals.stream()
                .filter(diagonal -> diagonal.until() >= from && diagonal.until() < before)
                .filter(diagonal -> isRepeat(diagonal) && !diagonal.other().equals(subject))
                .map(RepeatDetector::repeat);
        Stream<Repeat> here = own.stream()
                .filter(line -> line.before() >= from && line.before() < before)
                .filter(RepeatDetector::isRepeat)
                .map(line -> repeat(line, archive, subject));
        return Stream.concat(elsewhere, here).toArray(Repeat[]::new);
    }

    private static boolean isRepeat(OwnLine line) {
        return line.before() - line.from() >= LEAST && line.compared() >= LEAST_BITS && line.errors() <= MOST_ERRORS;
    }

    private static boolean isRepeat(Diagonal diagonal) {
        double seconds = diagonal.length() / STEPS_A_SECOND;
        return diagonal.length() >= LEAST && diagonal.hits() >= Math.max(LEAST_HITS, LEAST_A_SECOND * seconds);
    }

    private static Repeat repeat(OwnLine line, Archive archive, Subject subject) {
        return new Repeat(subject, line.from(), line.before(), line.lag(archive), line.weight());
    }

    /** Between two words that are found lies as much as before the first and behind the last. */
    private static Repeat repeat(Diagonal diagonal) {
        long half = Math.round(0.5 * diagonal.length() / diagonal.hits());
        return new Repeat(
                diagonal.other(), diagonal.from() - half, diagonal.until() + 1 + half, diagonal.lag(), diagonal.hits());
    }
}
