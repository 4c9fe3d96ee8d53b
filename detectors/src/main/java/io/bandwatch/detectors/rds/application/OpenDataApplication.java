package io.bandwatch.detectors.rds.application;

import io.bandwatch.detectors.rds.sync.Group;

/**
 * An application as group 3A announces it (IEC 62106-2, group 3A).
 *
 * @param groupCode the group that carries it, type times two plus one for version B; 0 none, 31 temporarily faulty
 * @param applicationId AID
 * @param message sixteen bits of the application's own
 */
public record OpenDataApplication(int groupCode, int applicationId, int message) {
    static final int RADIO_TEXT_PLUS = 0x4BD7;
    static final int ENHANCED_RADIO_TEXT = 0x6552;
    static final int DAB_CROSS_REFERENCE = 0x0093;

    static OpenDataApplication of(Group group) {
        return new OpenDataApplication(group.tail(), group.word(Group.D), group.word(Group.C));
    }

    boolean isSame(OpenDataApplication other) {
        return groupCode == other.groupCode && applicationId == other.applicationId && message == other.message;
    }
}
