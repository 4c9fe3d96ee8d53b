package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.sync.Group;

/**
 * The rule by which a programme identification is believed: it came twice with no other between, or once as the first in
 * a group of four exact blocks, which noise does not make. Another PI than the present one must come twice. Zero is no
 * PI (IEC 62106-4: no country has code 0).
 *
 * @param code the PI believed, -1 for none
 * @param candidate the PI that is waiting to come again, -1 for none
 */
public record PiVote(int code, int candidate) {
    static final PiVote NONE = new PiVote(-1, -1);

    PiVote with(Group group) {
        PiVote vote = this;
        if (group.has(Group.A)) {
            vote = vote.with(group.word(Group.A), group.isExact(Group.A), group.isExact());
        }
        if (group.isExact(Group.B) && group.isVersionB() && group.has(Group.C)) {
            vote = vote.with(group.word(Group.C), group.isExact(Group.C), group.isExact());
        }
        return vote;
    }

    private PiVote with(int word, boolean exact, boolean allExact) {
        if (word == code) {
            return candidate < 0 ? this : new PiVote(code, -1);
        }
        if (word == 0 || !exact) {
            return this;
        }
        boolean first = code < 0 && allExact;
        return first || word == candidate ? new PiVote(word, -1) : new PiVote(code, word);
    }

    boolean isKnown() {
        return code >= 0;
    }

    /** Whether a group can be of the station believed: its PI is that one, or was lost. */
    boolean admits(Group group) {
        return isKnown() && (!group.has(Group.A) || group.word(Group.A) == code);
    }

    /** Whether a group shows the PI believed. */
    boolean isShownBy(Group group) {
        return isKnown() && group.has(Group.A) && group.word(Group.A) == code;
    }
}
