package io.bandwatch.dsp.ts.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody says of a stream: a value for each name. Both sides use the same names. */
final class Facts {
    /** Stands for what the stream did not tell. */
    static final String NOTHING = "-";

    private static final Pattern NOT_TOLD = Pattern.compile("Unknown|None|none|\\(unknown\\)|null|-1|NaN|");

    /** A use and what stands behind it in parentheses, which may be cut off; the language comes first there. */
    private static final Pattern USE = Pattern.compile("([^(]+?)(?: \\((?:([a-z]{3})(?:, (.*?))?|(.*?))\\)?)?");

    private final Map<String, String> byName = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();

    Map<String, String> byName() {
        return byName;
    }

    /** Lines that no rule reads. */
    List<String> unread() {
        return unread;
    }

    void cannotRead(String line) {
        unread.add(line);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** A value, its thousands and unit of rates left out; what was said before must not be contradicted. */
    void tell(String name, Object value) {
        String plain = value.toString().replace(" b/s", "").trim();
        if (plain.matches("[0-9]{1,3}(,[0-9]{3})+")) {
            plain = plain.replace(",", "");
        }
        String told = NOT_TOLD.matcher(plain).matches() ? NOTHING : plain;
        String before = byName.put(name, told);
        if (before != null && !before.equals(told)) {
            cannotRead(name + " is " + before + " and " + told);
        }
    }

    /** What a PID is used for, in words; a component that they name so: {@code Teletext (fra, subtitles)}. */
    void tellUse(String pid, String description) {
        Matcher use = USE.matcher(description.trim());
        if (!use.matches()) {
            cannotRead(description);
            return;
        }
        tell(pid + " use", use.group(1));
        if (use.group(2) != null) {
            tell(pid + " language", use.group(2));
        }
    }
}
