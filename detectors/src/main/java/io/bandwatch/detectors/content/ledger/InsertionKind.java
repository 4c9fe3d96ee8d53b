package io.bandwatch.detectors.content.ledger;

import java.util.Optional;
import java.util.stream.Stream;

/** Why other content may be inserted. */
public enum InsertionKind {
    /** Announced in the stream by a cue of SCTE 35. */
    SPLICE("splice"),
    /** An emergency broadcast. */
    EMERGENCY("emergency"),
    /** A local station leaves the network's programme. */
    OPT_OUT("opt-out");

    private final String code;

    InsertionKind(String code) {
        this.code = code;
    }

    /** The word for it in records and schedules. */
    public String code() {
        return code;
    }

    /** What a schedule may name. */
    static Optional<InsertionKind> scheduled(String code) {
        return Stream.of(EMERGENCY, OPT_OUT)
                .filter(kind -> kind.code.equals(code))
                .findFirst();
    }
}
