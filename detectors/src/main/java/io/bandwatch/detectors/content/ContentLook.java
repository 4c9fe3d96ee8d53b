package io.bandwatch.detectors.content;

import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is on in one look, as far as its content can be known again.
 *
 * @param subject where
 * @param role what it is to the others
 * @param kind whether anything follows
 * @param time start of the look
 * @param durationNs its length, ns
 * @param station what a schedule calls it: id of the licence, or number of the service; null where neither is known
 * @param levels as {@link io.bandwatch.signal.AudioMeasurement#printLevels} has them, empty where nothing is heard
 * @param prints as {@link io.bandwatch.signal.av.VideoObservation#prints} has them, empty where nothing is seen
 * @param insertion what became known, or null
 */
public record ContentLook(
        Subject subject,
        Role role,
        FrameKind kind,
        Instant time,
        long durationNs,
        @Nullable String station,
        byte[] levels,
        long[] prints,
        @Nullable AuthorisedInsertion insertion) {
    /** What is heard where no schedule applies. */
    public ContentLook(Subject subject, Role role, FrameKind kind, Instant time, long durationNs, byte[] levels) {
        this(subject, role, kind, time, durationNs, null, levels, new long[0], null);
    }

    /** An insertion that is allowed, and became known. */
    public static ContentLook of(AuthorisedInsertion insertion) {
        return of(insertion, Role.ALLOWED);
    }

    /** One that the reference announced: it is allowed wherever its programme is on air, as much later as that is. */
    public static ContentLook announced(AuthorisedInsertion insertion) {
        return of(insertion, Role.ANNOUNCED);
    }

    private static ContentLook of(AuthorisedInsertion insertion, Role role) {
        return new ContentLook(
                insertion.subject(),
                role,
                FrameKind.MEASURED,
                insertion.known(),
                0,
                null,
                new byte[0],
                new long[0],
                insertion);
    }

    /** What a look is to the others. */
    public enum Role {
        /** On air, and it must be what the reference has. */
        ON_AIR,
        /** On air, and it is compared once it was found to be the programme of the reference. */
        PERHAPS,
        /** What should be on air. */
        REFERENCE,
        /** Other content may be on air. */
        ALLOWED,
        /** Other content may be on air where that of the reference is due. */
        ANNOUNCED
    }

    /**
     * The order of looks that begin together: what is allowed first, then the reference, so that a programme without delay finds it, then
     * what is on air.
     */
    public static int order(ContentLook one, ContentLook other) {
        return Comparator.comparing((ContentLook look) -> switch (look.role()) {
                    case ALLOWED, ANNOUNCED -> 0;
                    case REFERENCE -> 1;
                    case ON_AIR, PERHAPS -> 2;
                })
                .thenComparing(ContentLook::subject)
                .compare(one, other);
    }

    /** The instant at which it was over. */
    public Instant end() {
        return time.plusNanos(durationNs);
    }
}
