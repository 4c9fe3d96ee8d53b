package io.bandwatch.ingest.live.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows the question mark of an address: {@code name=value} pairs, each known and given once. */
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final String address;

    /**
     * @param address for messages
     * @param query the text behind the question mark, or null
     * @param known names that mean something here
     */
    Options(String address, @Nullable String query, Set<String> known) {
        this.address = address;
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || equals == pair.length() - 1) {
                throw wrong("option '" + pair.replaceFirst("[^A-Za-z_-].*", "...") + "' is not of the form name=value");
            }
            String name = pair.substring(0, equals);
            if (!known.contains(name)) {
                throw wrong("option '" + name + "' is not known; known: " + String.join(", ", new TreeSet<>(known)));
            }
            if (values.put(name, pair.substring(equals + 1)) != null) {
                throw wrong("option '" + name + "' is given twice");
            }
        }
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    /** One of a few words; the first where nothing is said. */
    String choice(String name, List<String> words) {
        String value = values.getOrDefault(name, words.get(0));
        if (!words.contains(value)) {
            throw wrong("option '" + name + "' must be one of " + String.join(", ", words) + ", not '" + value + "'");
        }
        return value;
    }

    /** A number of a range, where it is given. */
    void wholeNumber(String name, int least, int most) {
        String value = values.get(name);
        if (value == null) {
            return;
        }
        int read;
        try {
            read = Integer.parseInt(value);
        } catch (NumberFormatException none) {
            throw wrong("option '" + name + "' must be a whole number, not '" + value + "'");
        }
        if (read < least || read > most) {
            throw wrong("option '" + name + "' must be " + least + " to " + most + ", not " + read);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("feed address '" + FeedAddress.masked(address) + "': " + what);
    }
}
