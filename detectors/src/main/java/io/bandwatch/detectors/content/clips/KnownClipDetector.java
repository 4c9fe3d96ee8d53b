package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.clips.ClipComparison.Stretch;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports clips of a library in a programme: whole, cut, under a voice, or played up to 2 % faster or slower. One at a time;
 * each presence of a clip is an incident of its own, of which the parts are left out between which it was cut. Whether it was
 * allowed to be there is asked elsewhere.
 */
public final class KnownClipDetector implements Detector<ContentLook, KnownClipState, Finding> {
    private static final long serialVersionUID = 1L;

    /**
     * {@link ClipMatch#score} from which on a clip is known: other sounds reach it about once in 1,000 hours, by the measured
     * distribution of their scores (decision 0018). With a lower one there are more of them, with a higher one fewer clips
     * under a voice are known.
     */
    public static final double KNOWN = 31;

    /** From which on another piece of the clip that is on belongs to it: less needs to be said for what is expected. */
    private static final double AGAIN = 20;

    /** From which on it is worth looking again when more was heard. */
    private static final double PROMISING = 6;

    /** Shorter pieces are no clip, steps: 4.5 s. Phrases of announcements are that long, and recur. */
    private static final int LEAST = 225;

    private static final int MOST_PROMISING = 8;

    /**
     * What is kept of a programme, steps: 22 seconds. What was found late is told from its beginning on, and a clip under a voice
     * becomes more certain the longer it is heard.
     */
    private static final int KEPT = 1100;

    /** Steps from review to review: a second. */
    private static final int REVIEW = 50;

    /** A clip is over when nothing has spoken for it for so long, steps: five seconds. */
    private static final int GONE = 250;

    /** Another one, or another part of it, takes its place sooner: after one second. */
    private static final int LEFT = 50;

    private final double least;
    private final ClipLibrary library;
    private final ClipSearch search;
    private final ClipComparison comparison;

    /** @param library of what is to be known */
    public KnownClipDetector(ClipLibrary library) {
        this(library, KNOWN);
    }

    /**
     * One that tells of clips from another score on, to see what a lower one would tell.
     *
     * @param library of what is to be known
     * @param least the score from which on a clip is known
     */
    public KnownClipDetector(ClipLibrary library, double least) {
        this.least = least;
        this.library = library;
        this.search = new ClipSearch(library);
        this.comparison = new ClipComparison(library);
    }

    @Override
    public KnownClipState initial() {
        return KnownClipState.NOTHING;
    }

    @Override
    public Step<KnownClipState, Finding> onObservation(KnownClipState state, ContentLook look) {
        List<Finding> findings = new ArrayList<>();
        KnownClipState next =
                look.kind() == FrameKind.ENDED ? ended(state, look.end(), findings) : heard(state, look, findings);
        return new Step<>(next, findings, gone(next));
    }

    /** Of a feed that is dead nothing comes that could tell that a clip is over. */
    @Override
    public Step<KnownClipState, Finding> onDeadline(KnownClipState state, Instant now) {
        List<Finding> findings = new ArrayList<>();
        KnownClipState next = unlessGone(state, now, findings);
        return new Step<>(next, findings, gone(next));
    }

    /** When what is on is over, unless more of it is heard. */
    private static Optional<Instant> gone(KnownClipState state) {
        return Optional.ofNullable(state.present()).map(present -> PrintLine.time(present.before() + GONE));
    }

    private KnownClipState heard(KnownClipState state, ContentLook look, List<Finding> findings) {
        PrintLine air = state.air().with(look, KEPT);
        ClipPresence followed = followed(state.present(), air);
        List<Stretch> heard = new ArrayList<>();
        for (ClipMatch match : search.matches(state.air().levelsWith(look), air, known(state))) {
            heard.add(comparison.stretch(match.line(), air));
        }
        boolean due = air.until() - REVIEW >= state.reviewed() || air.from() > state.reviewed();
        if (due) {
            state.promising().forEach(match -> heard.add(comparison.reviewed(match.line(), air)));
            followed = refined(followed, air);
        }
        heard.sort(
                Comparator.comparingDouble((Stretch stretch) -> stretch.match().score())
                        .reversed());
        List<ClipMatch> promising = promising(heard, due ? List.of() : state.promising());
        KnownClipState next =
                new KnownClipState(air, promising, due ? air.until() : state.reviewed(), followed, state.told());
        for (Stretch stretch : heard) {
            next = stretch.match().score() >= least(next, stretch) ? known(next, stretch, look, findings) : next;
        }
        return unlessGone(next, look.end(), findings);
    }

    private double least(KnownClipState state, Stretch stretch) {
        ClipPresence present = state.present();
        boolean same = present != null
                && present.line().clip() == stretch.match().line().clip();
        return same ? Math.min(AGAIN, least) : least;
    }

    private static List<ClipLine> known(KnownClipState state) {
        List<ClipLine> lines = new ArrayList<>();
        state.promising().forEach(match -> lines.add(match.line()));
        if (state.present() != null) {
            lines.add(state.present().line());
        }
        return lines;
    }

    private static List<ClipMatch> promising(List<Stretch> heard, List<ClipMatch> before) {
        List<ClipMatch> promising = new ArrayList<>(before);
        heard.stream()
                .map(Stretch::match)
                .filter(match -> match.score() >= PROMISING)
                .forEach(promising::add);
        promising.sort(Comparator.comparingDouble(ClipMatch::score).reversed());
        return List.copyOf(promising.subList(0, Math.min(MOST_PROMISING, promising.size())));
    }

    /** What was found, unless it was told before, or something else is still there. */
    private KnownClipState known(KnownClipState state, Stretch stretch, ContentLook look, List<Finding> findings) {
        ClipLine line = stretch.match().line();
        ClipPresence present = state.present();
        boolean same = present != null && present.line().clip() == line.clip();
        if (present != null && stretch.before() - present.before() < LEFT) {
            return same ? state.with(present.atLeast(stretch.match().score())) : state;
        }
        if (present != null && same) {
            long until = state.air().until();
            return state.with(
                    present.along(line).atLeast(stretch.match().score()).followed(stretch.before(), 0, until));
        }
        long told = present == null ? state.told() : present.before();
        if (stretch.before() - Math.max(stretch.from(), told) < LEAST) {
            return state;
        }
        return begun(present == null ? state : over(state, present, look.end(), findings), stretch, look, findings);
    }

    private KnownClipState begun(KnownClipState state, Stretch stretch, ContentLook look, List<Finding> findings) {
        ClipMatch match = stretch.match();
        long from = Math.max(stretch.from(), state.told());
        double clipS = Math.max(0, match.line().clipStepAt(from)) * AudioMeasurement.PRINT_STEP_S;
        Reason reason = Reason.of(
                ReasonCode.CLIP_HEARD,
                Reason.Weight.DECISIVE,
                library.name(match.line().clip()),
                number(clipS, 1),
                number(100 * match.errors(), 0));
        ClipPresence present = new ClipPresence(
                look.subject(),
                match.line(),
                from,
                stretch.before(),
                0,
                state.air().until(),
                match.score(),
                new Reason[] {reason});
        findings.add(finding(Phase.RAISED, present, look.end(), look.end()));
        return state.with(present);
    }

    private static KnownClipState over(
            KnownClipState state, ClipPresence present, Instant now, List<Finding> findings) {
        findings.add(finding(Phase.ENDED, present, PrintLine.time(present.before()), now));
        return state.toldUntil(present.before());
    }

    private static KnownClipState unlessGone(KnownClipState state, Instant now, List<Finding> findings) {
        ClipPresence present = state.present();
        boolean gone = present != null && PrintLine.step(now) - present.before() >= GONE;
        return present != null && gone ? over(state, present, now, findings) : state;
    }

    /** At the end of a recording a clip is over if there is no more of it to come. */
    private KnownClipState ended(KnownClipState state, Instant now, List<Finding> findings) {
        ClipPresence present = state.present();
        if (present == null) {
            return state;
        }
        int length = library.length(present.line().clip());
        boolean through = present.line().airStepOf(length) <= present.next();
        return through ? over(state, present, now, findings) : state;
    }

    /** Goes on along the clip as far as was heard. */
    private @Nullable ClipPresence followed(@Nullable ClipPresence present, PrintLine air) {
        if (present == null || air.words().length == 0) {
            return present;
        }
        ClipLine line = present.line();
        long before = present.before();
        double evidence = present.evidence();
        int length = library.length(line.clip());
        for (int i = Math.max(0, line.wordFrom(Math.max(present.next(), air.from()))); i < length; i++) {
            long step = line.airStepOf(i);
            if (step >= air.until()) {
                break;
            }
            evidence += air.holds(step) ? comparison.nats(line, i, air) : 0;
            if (evidence >= 0) {
                evidence = 0;
                before = Math.max(before, step + 1);
            }
        }
        return present.followed(before, evidence, air.until());
    }

    private @Nullable ClipPresence refined(@Nullable ClipPresence present, PrintLine air) {
        boolean heard = present != null && air.until() - present.before() < LEFT;
        return present != null && heard
                ? present.along(comparison.refined(present.line(), air).line())
                : present;
    }

    private static Finding finding(Phase phase, ClipPresence present, Instant until, Instant at) {
        Instant from = PrintLine.time(present.from());
        return new Finding(
                IncidentKind.KNOWN_CLIP,
                phase,
                present.subject(),
                Severity.MAJOR,
                from,
                from,
                until,
                at,
                present.score(),
                KNOWN,
                "sigma",
                present.reasons(),
                "");
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
