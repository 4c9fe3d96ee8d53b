package io.bandwatch.deploy.cli.acceptance.bench;

import io.bandwatch.samples.scenes.SceneFamily;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the scenes of a check.
 *
 * @param from first seed or number; 0 for the check's own
 * @param to last one
 * @param family of random scenes; null for the check's own
 * @param scene the only named scene; null for all
 */
public record Selection(long from, long to, @Nullable SceneFamily family, @Nullable String scene) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    /**
     * Reads the options of the command.
     *
     * @throws IllegalArgumentException if the range is none
     */
    public static Selection of(@Nullable String seeds, @Nullable SceneFamily family, @Nullable String scene) {
        if (seeds == null) {
            return new Selection(0, 0, family, scene);
        }
        Matcher range = RANGE.matcher(seeds);
        if (!range.matches() || Long.parseLong(range.group(1)) < 1) {
            throw new IllegalArgumentException("is no range of numbers above 0; write it like 1-5");
        }
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        if (from > to) {
            throw new IllegalArgumentException("ends before it begins; write it like 1-5");
        }
        return new Selection(from, to, family, scene);
    }

    /** Whether nothing is left out and nothing exchanged. */
    public boolean isWhole() {
        return from == 0 && family == null && scene == null;
    }

    public long fromOr(long otherwise) {
        return from == 0 ? otherwise : from;
    }

    public long toOr(long otherwise) {
        return from == 0 ? otherwise : to;
    }
}
