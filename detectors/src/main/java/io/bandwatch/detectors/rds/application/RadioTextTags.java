package io.bandwatch.detectors.rds.application;

import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.text.TextAssembly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of the item on air. They point into the RadioText under way, so that a tag is taken only when the piece it
 * points to has come; stations repeat both.
 *
 * @param toggle item toggle bit, -1 before the first
 * @param running whether the item is on air
 * @param tags of the item, one of each content type
 */
public record RadioTextTags(int toggle, boolean running, RadioTextTag[] tags) {
    static final RadioTextTags NONE = new RadioTextTags(-1, false, new RadioTextTag[0]);

    RadioTextTags with(Group group, TextAssembly radioText) {
        int newToggle = group.tail() >> 4;
        int c = group.word(Group.C);
        int d = group.word(Group.D);
        RadioTextTag[] now = newToggle == toggle ? tags : new RadioTextTag[0];
        now = with(now, ((group.tail() & 7) << 3) | (c >> 13), radioText.piece((c >> 7) & 63, ((c >> 1) & 63) + 1));
        now = with(now, ((c & 1) << 5) | (d >> 11), radioText.piece((d >> 5) & 63, (d & 31) + 1));
        return new RadioTextTags(newToggle, (group.tail() & 8) != 0, now);
    }

    // content type 0 is a tag that is not used
    private static RadioTextTag[] with(RadioTextTag[] tags, int contentType, @Nullable String text) {
        if (contentType == 0 || text == null) {
            return tags;
        }
        List<RadioTextTag> others = new ArrayList<>(Arrays.asList(tags));
        others.removeIf(tag -> tag.contentType() == contentType);
        others.add(new RadioTextTag(contentType, text));
        return others.toArray(RadioTextTag[]::new);
    }
}
