package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.text.CharacterSet;
import io.bandwatch.detectors.rds.text.EncodedText;
import io.bandwatch.detectors.rds.text.Segments;
import org.jspecify.annotations.Nullable;

/**
 * The rarer texts.
 *
 * @param typeNameFlag flag that toggles when the programme type name changes, -1 before the first
 * @param typeNameSegments programme type name under way, group 10A
 * @param programmeTypeName PTYN last complete, at most eight characters
 * @param longName long programme service name, group 15A
 */
public record StationTexts(
        int typeNameFlag, Segments typeNameSegments, @Nullable String programmeTypeName, EncodedText longName) {
    private static final int LONG_NAME_SEGMENTS = 8;
    static final StationTexts NONE =
            new StationTexts(-1, Segments.empty(2, 4), null, EncodedText.empty(LONG_NAME_SEGMENTS, false));

    /** Takes in a group 10A with exact blocks. */
    StationTexts withTypeName(Group group) {
        int flag = group.tail() >> 4;
        Segments base = flag == typeNameFlag ? typeNameSegments : Segments.empty(2, 4);
        Segments more = base.with(group.tail() & 1, content(group), true);
        String complete =
                more.believed() == 2 ? CharacterSet.decode(more.bytes(), 0, 8).stripTrailing() : programmeTypeName;
        return new StationTexts(flag, more, complete, longName);
    }

    /** Takes in a group 15A with exact blocks. */
    StationTexts withLongName(Group group) {
        return new StationTexts(
                typeNameFlag, typeNameSegments, programmeTypeName, longName.with(group.tail() & 7, content(group)));
    }

    private static int content(Group group) {
        return (group.word(Group.C) << 16) | group.word(Group.D);
    }
}
