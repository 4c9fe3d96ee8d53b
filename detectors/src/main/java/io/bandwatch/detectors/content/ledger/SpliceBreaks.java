package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.ts.assessment.SpliceRecord;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.SpliceCommand;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the breaks that splice commands of ANSI/SCTE 35 announce: when the network is left, for how long, the return, and
 * what is called off. Each time that more is known of a break, it is told again under the same id.
 */
public final class SpliceBreaks implements Detector<TsFrame, SpliceState, AuthorisedInsertion> {
    private static final long serialVersionUID = 1L;

    private static final double NS_PER_S = 1e9;

    @Override
    public SpliceState initial() {
        return SpliceState.NOTHING;
    }

    @Override
    public Step<SpliceState, AuthorisedInsertion> onObservation(SpliceState state, TsFrame frame) {
        if (frame.kind() == FrameKind.ENDED) {
            return Step.quiet(initial());
        }
        List<AuthorisedInsertion> told = new ArrayList<>();
        SpliceState next = state;
        for (SpliceRecord splice : SpliceRecord.of(frame)) {
            AuthorisedInsertion update = update(next, splice);
            if (update != null) {
                told.add(update);
                next = next.with(update);
            }
        }
        return told.isEmpty() ? Step.quiet(next) : new Step<>(next, told, Optional.empty());
    }

    @Override
    public Step<SpliceState, AuthorisedInsertion> onDeadline(SpliceState state, Instant now) {
        return Step.quiet(state);
    }

    /** What a command adds; nothing where it repeats itself or speaks of no break. */
    private static @Nullable AuthorisedInsertion update(SpliceState state, SpliceRecord record) {
        TsSplice splice = record.splice();
        boolean speaks =
                splice.command() == SpliceCommand.SPLICE_INSERT || splice.command() == SpliceCommand.TIME_SIGNAL;
        if (!speaks || splice.repeats() || splice.eventId() == TsService.UNKNOWN) {
            return null;
        }
        Subject subject = record.serviceId() == TsService.UNKNOWN
                ? Subject.wholeFeed(record.feed())
                : Subject.service(record.feed(), record.serviceId());
        String event = Long.toString(splice.eventId());
        AuthorisedInsertion open = state.last(subject, event);
        if (splice.cancelled()) {
            return open == null || open.from().isBefore(record.time()) ? null : open.calledOff();
        }
        Instant at = moment(record);
        if (splice.outOfNetwork()) {
            Instant to =
                    Double.isNaN(splice.durationS()) ? null : at.plusNanos(Math.round(splice.durationS() * NS_PER_S));
            return new AuthorisedInsertion(
                    AuthorisedInsertion.id(InsertionKind.SPLICE, subject, event, at),
                    subject,
                    InsertionKind.SPLICE,
                    record.time(),
                    at,
                    to,
                    event,
                    null,
                    false);
        }
        if (open == null || open.cancelled() || !open.from().isBefore(at)) {
            return null;
        }
        return open.until(at);
    }

    /** When the command takes effect; when it came, where the programme's clock does not tell. */
    private static Instant moment(SpliceRecord record) {
        double aheadS = record.splice().aheadS();
        return Double.isNaN(aheadS)
                ? record.time()
                : record.time().plus(Duration.ofNanos(Math.round(aheadS * NS_PER_S)));
    }
}
