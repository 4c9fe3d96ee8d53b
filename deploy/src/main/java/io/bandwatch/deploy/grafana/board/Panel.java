package io.bandwatch.deploy.grafana.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A panel: what it shows, and how large. Columns of its questions are shown in their own units. */
public final class Panel {
    private final String type;
    private final String title;
    private final BoardTexts texts;
    private final int width;
    private final int height;
    private final List<Query> queries = new ArrayList<>();
    private final List<Object> overrides = new ArrayList<>();
    private Unit unit = Unit.NONE;
    private Map<String, Object> options = Json.object();
    private Map<String, Object> custom = Json.object();
    private final Map<String, Object> defaults = Json.object();
    private final List<Object> transformations = new ArrayList<>();

    /**
     * @param type type of Grafana
     * @param key key of its title; {@code key.help} is its description
     * @param width of 24
     * @param height in rows of 30 px
     */
    public Panel(String type, String key, BoardTexts texts, int width, int height) {
        this.type = type;
        this.title = key;
        this.texts = texts;
        this.width = width;
        this.height = height;
    }

    public Panel query(Query query) {
        queries.add(query);
        return this;
    }

    /** Unit of what has none of its own. */
    public Panel unit(Unit shown) {
        unit = shown;
        return this;
    }

    /**
     * Options of its type.
     *
     * @param keysAndValues keys and values in turn, as in the panel's JSON
     */
    public Panel options(Object... keysAndValues) {
        options = Json.object(keysAndValues);
        return this;
    }

    /**
     * How fields are drawn.
     *
     * @param keysAndValues of {@code fieldConfig.defaults.custom}
     */
    public Panel custom(Object... keysAndValues) {
        custom = Json.object(keysAndValues);
        return this;
    }

    /** Smallest and largest value of the scale. */
    public Panel range(double min, double max) {
        defaults.put("min", min);
        defaults.put("max", max);
        return this;
    }

    /** Good below the first limit, bad from the second on. */
    public Panel limits(double warning, double bad) {
        defaults.put("color", Json.object("mode", "thresholds"));
        defaults.put(
                "thresholds",
                Json.object(
                        "mode",
                        "absolute",
                        "steps",
                        List.of(step(null, "green"), step(warning, "orange"), step(bad, "red"))));
        return this;
    }

    private static Object step(@Nullable Double from, String color) {
        return Json.object("value", from, "color", color);
    }

    /** Shows words for the values of a column. */
    public Panel words(String column, Map<String, Object> wordByValue) {
        overrides.add(override(column, "mappings", List.of(Json.object("type", "value", "options", wordByValue))));
        return this;
    }

    /** Rows of the table by a column, the largest first. */
    public Panel sortedBy(String column) {
        return sortedBy(column, true);
    }

    /** Points of a map by a column, the largest last, which is drawn over the others. */
    public Panel overlaidBy(String column) {
        return sortedBy(column, false);
    }

    private Panel sortedBy(String column, boolean falling) {
        transformations.add(Json.object(
                "id",
                "sortBy",
                "options",
                Json.object("sort", List.of(Json.object("field", texts.column(column), "desc", falling)))));
        return this;
    }

    private Object override(String column, String property, Object value) {
        return overrideOf(texts.column(column), property, value);
    }

    private static Object overrideOf(String name, String property, Object value) {
        return Json.object(
                "matcher", Json.object("id", "byName", "options", name),
                "properties", List.of(Json.object("id", property, "value", value)));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    List<Query> queries() {
        return queries;
    }

    /** @param id unique in the dashboard */
    Object json(int id, int x, int y) {
        Set<String> columns = new LinkedHashSet<>();
        queries.forEach(query -> columns.addAll(query.columns()));
        List<Object> units = new ArrayList<>();
        for (String column : columns) {
            if (Unit.of(column) != unit) {
                units.add(override(column, "unit", Unit.of(column).code()));
            }
        }
        if (type.equals("table")) {
            Set<String> tags = new LinkedHashSet<>();
            queries.forEach(query -> tags.addAll(query.tagColumns()));
            tags.forEach(tag -> units.add(overrideOf(tag, "displayName", texts.column(tag))));
        }
        units.addAll(overrides);
        List<Object> targets = new ArrayList<>();
        for (Query query : queries) {
            targets.add(query.target(String.valueOf((char) ('A' + targets.size()))));
        }
        Map<String, Object> shown = Json.object("unit", unit.code());
        shown.putAll(defaults);
        shown.put("custom", custom);
        return Json.object(
                "id",
                id,
                "type",
                type,
                "title",
                texts.text(title),
                "description",
                texts.text(title + ".help"),
                "datasource",
                Board.DATA_SOURCE,
                "gridPos",
                Json.object("x", x, "y", y, "w", width, "h", height),
                "fieldConfig",
                Json.object("defaults", shown, "overrides", units),
                "options",
                options,
                "targets",
                targets,
                "transformations",
                transformations);
    }
}
