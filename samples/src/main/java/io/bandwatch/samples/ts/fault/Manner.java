package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.TsPart;
import java.util.List;
import java.util.function.Predicate;

/** What befalls it. */
interface Manner {
    List<Fault> faults(Predicate<TsPart> which, Span span, FaultTargets targets);

    /** It does not come. */
    static Manner withheld() {
        return (which, span, targets) -> List.of(new Withholding(which, span));
    }

    /** All of it is changed. */
    static Manner altered(Alteration.Edit edit) {
        return (which, span, targets) -> List.of(new Alteration(which, span, Integer.MAX_VALUE, edit));
    }

    /** All of it is changed, and does not become right again. */
    static Manner alteredForGood(Alteration.Edit edit) {
        return (which, span, targets) -> List.of(new Alteration(which, span.endless(), Integer.MAX_VALUE, edit));
    }

    /** The next of it is changed. */
    static Manner once(Alteration.Edit edit) {
        return times(1, edit);
    }

    /** The next so many of it are changed. */
    static Manner times(int most, Alteration.Edit edit) {
        return (which, span, targets) -> List.of(new Alteration(which, span.endless(), most, edit));
    }

    /** Three packets whose content is sent later or never; but not even their sync bytes are right. */
    static Manner syncLoss() {
        return (which, span, targets) -> {
            Span calm = targets.calm().apply(span.fromNs());
            return List.of(
                    new Withholding(which, calm),
                    new Alteration(Which.stuffing().in(targets), calm, Integer.MAX_VALUE, Edits::wrongSyncByte));
        };
    }

    /** The next of it is scrambled, and there is a CAT, so that nothing else is wrong. */
    static Manner scrambledOnce() {
        return (which, span, targets) -> List.of(
                new Alteration(Which.stuffing().in(targets), span.endless(), 1, Edits::cat),
                new Alteration(which, span.endless(), 1, Edits::scramble));
    }

    /** The last of its sections comes again, twice in a row. */
    static Manner sectionAgainTwice() {
        return (which, span, targets) -> List.of(new SectionAgain(which, span.endless(), 2));
    }

    /** One of its sections comes again at once. */
    static Manner sectionAgain() {
        return (which, span, targets) -> List.of(new SectionAgain(which, span.endless(), 1));
    }

    /** A packet of it comes three times. */
    static Manner threeTimes() {
        return (which, span, targets) -> List.of(new PacketThrice(which, span.endless()));
    }

    /** It is scrambled; a CAT comes when it is over. */
    static Manner scrambledWithoutCat() {
        return (which, span, targets) -> List.of(
                new Alteration(which, span, Integer.MAX_VALUE, Edits::scramble),
                new Alteration(Which.stuffing().in(targets), span.after(), 1, Edits::cat));
    }
}
