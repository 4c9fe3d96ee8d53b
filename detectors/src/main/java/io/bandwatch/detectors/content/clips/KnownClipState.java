package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.content.PrintLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link KnownClipDetector} remembers of one programme.
 *
 * @param air its last words
 * @param promising what may be heard, and is not certain
 * @param reviewed step at which that was looked at last
 * @param present the clip that is on, or null
 * @param told step up to which clips were reported
 */
public record KnownClipState(
        PrintLine air, List<ClipMatch> promising, long reviewed, @Nullable ClipPresence present, long told) {
    static final KnownClipState NOTHING =
            new KnownClipState(PrintLine.NOTHING, List.of(), Long.MIN_VALUE, null, Long.MIN_VALUE);

    KnownClipState with(@Nullable ClipPresence next) {
        return new KnownClipState(air, promising, reviewed, next, told);
    }

    KnownClipState toldUntil(long step) {
        return new KnownClipState(air, promising, reviewed, null, step);
    }
}
