package io.bandwatch.ingest;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which services of transport streams pictures and sound are decoded.
 *
 * @param all every one
 * @param numbers those of these numbers, in any stream
 * @param depth how much of them
 */
public record ServiceChoice(boolean all, Set<Integer> numbers, DecodingDepth depth) implements Serializable {
    /** Nothing is decoded. */
    public static final ServiceChoice NONE = new ServiceChoice(false, Set.of(), DecodingDepth.WHOLE);

    private static final int MOST = 0xFFFF;

    public ServiceChoice {
        numbers = Set.copyOf(numbers);
    }

    /**
     * Reads {@code all}, or numbers of services with commas between them.
     *
     * @throws IllegalArgumentException with one line that names the remedy
     */
    public static ServiceChoice parse(String text) {
        if (text.equals("all")) {
            return new ServiceChoice(true, Set.of(), DecodingDepth.WHOLE);
        }
        Set<Integer> numbers = new TreeSet<>();
        for (String word : text.split(",", -1)) {
            numbers.add(number(text, word.trim()));
        }
        return new ServiceChoice(false, numbers, DecodingDepth.WHOLE);
    }

    private static int number(String text, String word) {
        try {
            int number = Integer.decode(word);
            if (number > 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(problem(text), unreadable);
        }
        throw new IllegalArgumentException(problem(text));
    }

    private static String problem(String text) {
        return "'" + text + "' names no services; write all, or their numbers such as 101,102 or 0x65";
    }

    /** The same services, decoded so far. */
    public ServiceChoice withDepth(DecodingDepth howMuch) {
        return new ServiceChoice(all, numbers, howMuch);
    }

    /** Whether a service is to be decoded. */
    public boolean includes(int number) {
        return all || numbers.contains(number);
    }

    /** Whether any can be. */
    public boolean any() {
        return all || !numbers.isEmpty();
    }
}
