package io.bandwatch.detectors.rds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code expect} line of the recorded groups.
 *
 * @param text the line
 * @param line number of the group after which it holds, -1 for the last
 * @param path names of the value, outermost first
 * @param value what it must be; null if it only has to be there
 */
record Expectation(String text, int line, List<String> path, @Nullable Object value) {
    private static final Pattern COUNT = Pattern.compile("line count == (\\d+)");
    private static final Pattern LIST = Pattern.compile("listEquals\\((.*), \\{(.*)}\\)");
    private static final Pattern CONTAINS = Pattern.compile("(.*)\\.contains\\(\"(.*)\"\\)");
    private static final Pattern EQUALS = Pattern.compile("(.*) == (.*)");
    private static final Pattern KEY = Pattern.compile("\\[\"(.*?)\"]");
    private static final Pattern INDEX = Pattern.compile("line(?:\\[|\\.at\\()(\\d+).*");

    static Expectation parse(String text) {
        Matcher count = COUNT.matcher(text);
        if (count.matches()) {
            return new Expectation(text, -1, List.of("groups"), Long.valueOf(count.group(1)));
        }
        Matcher list = LIST.matcher(text);
        if (list.matches()) {
            List<Integer> khz = Stream.of(list.group(2).split(", ", -1))
                    .map(number -> Integer.valueOf(number.replace("'", "")))
                    .toList();
            return new Expectation(text, line(list.group(1)), keys(list.group(1)), khz);
        }
        Matcher contains = CONTAINS.matcher(text);
        if (contains.matches()) {
            List<String> keys = keys(contains.group(1));
            keys.add(contains.group(2));
            return new Expectation(text, line(contains.group(1)), keys, null);
        }
        Matcher equals = EQUALS.matcher(text);
        assertThat(equals.matches()).as("understood: %s", text).isTrue();
        return new Expectation(text, line(equals.group(1)), keys(equals.group(1)), literal(equals.group(2)));
    }

    private static int line(String subject) {
        Matcher index = INDEX.matcher(subject);
        return index.matches() ? Integer.parseInt(index.group(1)) : -1;
    }

    private static List<String> keys(String subject) {
        List<String> keys = new ArrayList<>();
        Matcher key = KEY.matcher(subject);
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }

    private static Object literal(String text) {
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        return text.equals("true") || text.equals("false")
                ? Boolean.valueOf(text)
                : Integer.valueOf(text.replace("'", ""));
    }

    void check(List<Shown> lines) {
        @Nullable Object found = lines.get(line < 0 ? lines.size() - 1 : line).values();
        for (String key : path) {
            found = found instanceof Map<?, ?> values ? values.get(key) : null;
        }
        if (value == null) {
            assertThat(found).as(text).isNotNull();
        } else {
            assertThat(found).as(text).isEqualTo(value);
        }
    }
}
