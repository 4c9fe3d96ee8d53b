package io.bandwatch.detectors.rds.application;

import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.text.CharacterSet;
import io.bandwatch.detectors.rds.text.EncodedText;
import io.bandwatch.detectors.rds.text.Segments;
import io.bandwatch.detectors.rds.text.TextAssembly;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The applications announced, and what those that are understood said.
 *
 * @param announced by group 3A, one per application identifier
 * @param tags RadioText Plus
 * @param enhancedText enhanced RadioText, null before its announcement
 * @param ensemble DAB cross-reference, null if none came
 * @param transparent group 5A, null before the first
 */
public record Applications(
        OpenDataApplication[] announced,
        RadioTextTags tags,
        @Nullable EncodedText enhancedText,
        @Nullable DabEnsemble ensemble,
        @Nullable Segments transparent) {
    public static final Applications NONE =
            new Applications(new OpenDataApplication[0], RadioTextTags.NONE, null, null, null);

    /** A group carries no more than one, and there are 32 of them. */
    private static final int MOST = 32;

    private static final int ENHANCED_SEGMENTS = 32;
    private static final int CHANNELS = 32;
    private static final int ANNOUNCEMENT = 3;
    private static final int TRANSPARENT = 5;

    /** Whether a group, which must be exact from B to D, may be of an application. */
    public boolean concerns(Group group) {
        boolean own = !group.isVersionB() && (group.type() == ANNOUNCEMENT || group.type() == TRANSPARENT);
        return own || carrier(group.code()) != null;
    }

    /** Takes in a group with exact blocks B to D; the RadioText under way is what tags point into. */
    public Applications with(Group group, TextAssembly radioText) {
        OpenDataApplication application = carrier(group.code());
        if (application != null) {
            return with(application, group, radioText);
        }
        if (group.isVersionB()) {
            return this;
        }
        return switch (group.type()) {
            case ANNOUNCEMENT -> announced(OpenDataApplication.of(group));
            case TRANSPARENT -> withTransparent(group);
            default -> this;
        };
    }

    private @Nullable OpenDataApplication carrier(int groupCode) {
        for (OpenDataApplication application : announced) {
            if (application.groupCode() == groupCode && groupCode != 0) {
                return application;
            }
        }
        return null;
    }

    private Applications with(OpenDataApplication application, Group group, TextAssembly radioText) {
        return switch (application.applicationId()) {
            case OpenDataApplication.RADIO_TEXT_PLUS ->
                new Applications(announced, tags.with(group, radioText), enhancedText, ensemble, transparent);
            case OpenDataApplication.ENHANCED_RADIO_TEXT ->
                new Applications(announced, tags, enhanced(application, group), ensemble, transparent);
            case OpenDataApplication.DAB_CROSS_REFERENCE -> {
                DabEnsemble said = DabEnsemble.of(group);
                yield said == null ? this : new Applications(announced, tags, enhancedText, said, transparent);
            }
            default -> this;
        };
    }

    // the lowest bit of the announcement's message is 1 for UTF-8 and 0 for UCS-2 (IEC 62106-2, enhanced RadioText)
    private EncodedText enhanced(OpenDataApplication application, Group group) {
        boolean twoBytes = (application.message() & 1) == 0;
        EncodedText before = enhancedText;
        EncodedText base = before == null || before.twoBytes() != twoBytes
                ? EncodedText.empty(ENHANCED_SEGMENTS, twoBytes)
                : before;
        return base.with(group.tail(), (group.word(Group.C) << 16) | group.word(Group.D));
    }

    private Applications announced(OpenDataApplication said) {
        int at = 0;
        while (at < announced.length && announced[at].applicationId() != said.applicationId()) {
            at++;
        }
        if (at == MOST || (at < announced.length && announced[at].isSame(said))) {
            return this;
        }
        OpenDataApplication[] more = Arrays.copyOf(announced, Math.max(announced.length, at + 1));
        more[at] = said;
        return new Applications(more, tags, enhancedText, ensemble, transparent);
    }

    private Applications withTransparent(Group group) {
        Segments before = transparent == null ? Segments.empty(CHANNELS, 4) : transparent;
        int content = (group.word(Group.C) << 16) | group.word(Group.D);
        return new Applications(announced, tags, enhancedText, ensemble, before.with(group.tail(), content, true));
    }

    /** The 32 transparent channels read as one text, as many stations fill them; null until all came. */
    public @Nullable String transparentText() {
        return transparent == null || transparent.believed() < CHANNELS
                ? null
                : CharacterSet.decode(transparent.bytes(), 0, transparent.bytes().length)
                        .strip();
    }
}
