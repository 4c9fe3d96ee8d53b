package io.bandwatch.detectors.content.ledger;

import io.bandwatch.detectors.Subject;
import java.io.Serializable;

/** Says where the programmes of studios are due on air. */
public interface Studios extends Serializable {
    /**
     * Whether a programme comes from a studio.
     *
     * @param studio feed that may be one
     * @param place where the programme is on air
     * @param station what a schedule calls who is on air there; empty where nobody is known
     */
    boolean feeds(String studio, Subject place, String station);
}
