package io.bandwatch.samples.yaml;

import io.bandwatch.signal.Quantity;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a scenario file that is read key by key. What nobody asked for is unknown, and an error at the end.
 */
public final class Section {
    private final Path file;
    private final String path;
    private final YamlNode node;
    private final Map<String, YamlNode> values;
    private final Set<String> known = new TreeSet<>();

    Section(Path file, String path, YamlNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        Map<String, YamlNode> map = node.map();
        if (map == null) {
            throw problem(node, "", "must be a mapping of keys to values");
        }
        this.values = map;
    }

    /** The whole of a file. */
    public static Section of(Path file) {
        return new Section(file, "", YamlTree.read(file));
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    public String text(String key) {
        return scalar(require(key), key);
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem(key, "must be true or false, not '" + text(key) + "'");
        };
    }

    public long wholeNumber(String key, long otherwise) {
        return has(key) ? parsed(key, text -> Long.parseLong(text)) : otherwise;
    }

    /** One of a range, ends included. */
    public int wholeNumber(String key, int least, int most, int otherwise) {
        long read = wholeNumber(key, otherwise);
        if (read < least || read > most) {
            throw problem(key, read + " is outside " + least + " to " + most);
        }
        return (int) read;
    }

    public double number(String key) {
        return parsed(key, text -> Double.parseDouble(text));
    }

    public double quantity(String key, Quantity quantity) {
        return parsed(key, quantity::parse);
    }

    public double quantity(String key, Quantity quantity, double otherwise) {
        return has(key) ? quantity(key, quantity) : otherwise;
    }

    /** A quantity whose unit has an ending that {@link Quantity} does not know, such as {@code "-98 dBFS/Hz"}. */
    public double quantityPer(String key, Quantity quantity, String ending, double otherwise) {
        return has(key) ? quantityPer(key, quantity, ending) : otherwise;
    }

    /** The same of a key that must be there. */
    public double quantityPer(String key, Quantity quantity, String ending) {
        String text = text(key).strip();
        if (!text.endsWith(ending)) {
            throw problem(key, "'" + text + "' must end in '" + ending + "'");
        }
        return parsed(key, ignored -> quantity.parse(text.substring(0, text.length() - ending.length())));
    }

    /** One of the constants of an enumeration, written in lower case. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, @Nullable E otherwise) {
        if (otherwise != null && !has(key)) {
            return otherwise;
        }
        String text = text(key);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw problem(key, "'" + text + "' is none of " + String.join(", ", names));
    }

    /** A value read by something that complains with an {@link IllegalArgumentException}. */
    public <T> T parsed(String key, Function<String, T> parser) {
        String text = text(key);
        return checked(key, () -> parser.apply(text));
    }

    /** Runs a constructor whose complaint belongs to a key. */
    public <T> T checked(String key, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (NumberFormatException e) {
            throw problem(key, "'" + text(key) + "' is not a number; write it in digits");
        } catch (IllegalArgumentException | DateTimeException e) {
            throw problem(key, String.valueOf(e.getMessage()));
        }
    }

    public Section section(String key) {
        return new Section(file, at(key), require(key));
    }

    /** The scalars of a sequence; empty if the key is absent. */
    public List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<YamlNode> list = require(key).list();
        if (list == null) {
            throw problem(key, "must be a list");
        }
        return list.stream().map(value -> scalar(value, key)).toList();
    }

    /** The mappings of a sequence; empty if the key is absent. */
    public List<Section> sections(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<YamlNode> list = require(key).list();
        if (list == null) {
            throw problem(key, "must be a list");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            sections.add(new Section(file, at(key) + "[" + i + "]", list.get(i)));
        }
        return sections;
    }

    /** Complains about the first key that nobody asked for. */
    public void end() {
        for (Map.Entry<String, YamlNode> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw problem(
                        entry.getValue(), entry.getKey(), "is an unknown key; use one of " + String.join(", ", known));
            }
        }
    }

    public ScenarioException problem(String key, String what) {
        YamlNode value = values.get(key);
        return problem(value == null ? node : value, key, what);
    }

    private ScenarioException problem(YamlNode place, String key, String what) {
        return new ScenarioException(file + ":" + place.line() + ":" + place.column() + ": "
                + (key.isEmpty() ? path : at(key)) + ": " + what);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private YamlNode require(String key) {
        known.add(key);
        YamlNode value = values.get(key);
        if (value == null) {
            throw problem(node, key, "is missing; add it");
        }
        return value;
    }

    private String scalar(YamlNode value, String key) {
        String text = value.text();
        if (text == null) {
            throw problem(key, "must be a single value");
        }
        return text;
    }
}
