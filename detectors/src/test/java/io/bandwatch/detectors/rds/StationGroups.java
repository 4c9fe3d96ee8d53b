package io.bandwatch.detectors.rds;

import java.util.ArrayList;
import java.util.List;

/** Groups of a station as an encoder sends them, in characters that RDS shares with ASCII. */
public final class StationGroups {
    public static final int POP = 10;
    private static final int NO_FREQUENCY = 0xE0CD;

    private StationGroups() {}

    /** One round of the programme service name: four groups 0A, with music and stereo. */
    public static List<int[]> name(int pi, String name) {
        List<int[]> groups = new ArrayList<>();
        for (int segment = 0; segment < 4; segment++) {
            groups.add(nameSegment(pi, name, segment));
        }
        return groups;
    }

    public static int[] nameSegment(int pi, String name, int segment) {
        int stereo = segment == 3 ? 4 : 0;
        return new int[] {pi, (POP << 5) | 8 | stereo | segment, NO_FREQUENCY, pair(name, 2 * segment)};
    }

    /** One round of RadioText: groups 2A up to the end mark, which is added. */
    public static List<int[]> text(int pi, int flag, String text) {
        String ended = text + "\r   ".substring(0, 4 - text.length() % 4);
        List<int[]> groups = new ArrayList<>();
        for (int segment = 0; segment < ended.length() / 4; segment++) {
            groups.add(new int[] {
                pi, 0x2000 | (POP << 5) | (flag << 4) | segment, pair(ended, 4 * segment), pair(ended, 4 * segment + 2)
            });
        }
        return groups;
    }

    /** Names and texts in turn, as stations mix them; rounds of text begin anew at the end. */
    public static List<int[]> mixed(int pi, String name, String text, int groupCount) {
        List<int[]> names = name(pi, name);
        List<int[]> texts = text(pi, 0, text);
        List<int[]> groups = new ArrayList<>();
        for (int n = 0; n < groupCount; n++) {
            groups.add(n % 2 == 0 ? names.get(n / 2 % 4) : texts.get(n / 2 % texts.size()));
        }
        return groups;
    }

    private static int pair(String characters, int at) {
        return (characters.charAt(at) << 8) | characters.charAt(at + 1);
    }
}
