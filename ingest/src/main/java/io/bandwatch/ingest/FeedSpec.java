package io.bandwatch.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording as the caller names it.
 *
 * @param feed id of the feed, not blank, without {@code |}
 * @param path the file
 */
public record FeedSpec(String feed, String path) {
    private static final Pattern NAMED = Pattern.compile("([^=/|\\\\]+)=(.+)");
    private static final Pattern PACKED = Pattern.compile("(?i)\\.(xz|gz|zst)$");
    private static final Pattern TYPE =
            Pattern.compile("(?i)\\.(cu8|cs8|cs16|cf32|cfile|wav|csv|sigmf|sigmf-meta|sigmf-data|ts|m2ts|mts|trp)$");

    public FeedSpec {
        if (feed.isBlank() || feed.indexOf('|') >= 0) {
            throw new IllegalArgumentException("feed '" + feed + "' must not be blank or hold '|'; name it FEED=PATH");
        }
    }

    /** Reads {@code PATH} or {@code FEED=PATH}; an unnamed feed takes the name of its file without its type. */
    public static FeedSpec parse(String argument) {
        Matcher named = NAMED.matcher(argument);
        return named.matches()
                ? new FeedSpec(named.group(1).strip(), named.group(2))
                : new FeedSpec(nameOf(argument), argument);
    }

    /**
     * Reads several arguments. Unnamed feeds of the same name are told apart by {@code -2}, {@code -3} and so on.
     *
     * @throws IllegalArgumentException if two arguments give the same name explicitly
     */
    public static List<FeedSpec> parseAll(List<String> arguments) {
        Set<String> taken = new HashSet<>();
        for (String argument : arguments) {
            if (NAMED.matcher(argument).matches() && !taken.add(parse(argument).feed())) {
                throw new IllegalArgumentException(
                        "feed '" + parse(argument).feed() + "' is named twice; give each recording a name of its own");
            }
        }
        List<FeedSpec> feeds = new ArrayList<>();
        for (String argument : arguments) {
            FeedSpec spec = parse(argument);
            if (!NAMED.matcher(argument).matches()) {
                spec = new FeedSpec(unusedName(spec.feed(), taken), spec.path());
            }
            feeds.add(spec);
        }
        return List.copyOf(feeds);
    }

    private static String unusedName(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + '-' + number;
        }
        return name;
    }

    private static String nameOf(String path) {
        String trimmed = path.replaceAll("/+$", "");
        String file = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        String bare = TYPE.matcher(PACKED.matcher(file).replaceFirst("")).replaceFirst("");
        String name = (bare.isEmpty() ? file : bare).replace('|', '_').strip();
        return name.isEmpty() ? "recording" : name;
    }
}
