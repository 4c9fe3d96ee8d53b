package io.bandwatch.deploy.grafana.board;

import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dashboard: variables, annotations, and panels that are laid out in rows from left to right. */
public final class Board {
    /** Tag that all our dashboards have, by which they link to each other. */
    static final String TAG = "bandwatch";

    static final Map<String, Object> DATA_SOURCE = Json.object("type", "influxdb", "uid", "${DS}");

    private static final int COLUMNS = 24;
    private static final int SCHEMA_VERSION = 41;
    private static final int ALL_VALUES = 2;

    private final String name;
    private final BoardTexts texts;
    private final List<Object> variables = new ArrayList<>();
    private final List<Object> annotations = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private String from = "now-6h";

    /**
     * @param name what its unique id and its file are called by; {@code name.title} is its title
     */
    public Board(String name, BoardTexts texts) {
        this.name = name;
        this.texts = texts;
        variables.add(Json.object(
                "name",
                "DS",
                "label",
                texts.text("variable.DS"),
                "type",
                "datasource",
                "query",
                "influxdb",
                "current",
                Json.object("text", "Bandwatch", "value", "bandwatch"),
                "hide",
                0));
    }

    /** Lets people choose how much time a point stands for. */
    public Board resolutions(Resolution usual) {
        List<Object> options = new ArrayList<>();
        for (Resolution resolution : Resolution.values()) {
            options.add(Json.object(
                    "text", resolution.suffix(), "value", resolution.suffix(), "selected", resolution == usual));
        }
        variables.add(Json.object(
                "name",
                "res",
                "label",
                texts.text("variable.res"),
                "type",
                "custom",
                "query",
                "1s,1m,1h",
                "options",
                options,
                "current",
                Json.object("text", usual.suffix(), "value", usual.suffix()),
                "hide",
                0));
        return this;
    }

    /**
     * Lets people choose values of a tag.
     *
     * @param variable its name
     * @param tag the tag
     * @param from measurement as it is called in the store
     * @param where what it depends on, or empty
     * @param many whether several can be chosen, and are at first
     */
    public Board choice(String variable, String tag, String from, String where, boolean many) {
        String query = "SHOW TAG VALUES FROM \"" + from + "\" WITH KEY = \"" + tag + '"'
                + (where.isEmpty() ? "" : " WHERE " + where);
        Map<String, Object> choice = Json.object(
                "name", variable,
                "label", texts.text("variable." + variable),
                "type", "query",
                "datasource", DATA_SOURCE,
                "query", query,
                "refresh", ALL_VALUES,
                "sort", 1,
                "multi", many,
                "includeAll", many,
                "hide", 0);
        if (many) {
            choice.put("allValue", ".*");
            choice.put("current", Json.object("text", List.of("All"), "value", List.of("$__all")));
        }
        variables.add(choice);
        return this;
    }

    /** Feeds that have points. */
    public Board feeds(String from, boolean many) {
        return choice("feed", MetricSchema.FEED, from, "", many);
    }

    /**
     * Shows incidents over all panels.
     *
     * @param condition which, beside those of the feeds, or null for all
     */
    public Board incidents(@Nullable String condition) {
        String query =
                "SELECT \"kind\", \"feed\", \"channel_mhz\", \"service\", \"severity\", \"closed_ms\", \"id\" FROM \""
                        + MetricSchema.INCIDENTS.base() + "\" WHERE \"feed\" =~ /^$feed$/ AND $timeFilter"
                        + (condition == null ? "" : " AND " + condition);
        annotations.add(Json.object(
                "name",
                texts.text("annotation.incidents"),
                "datasource",
                DATA_SOURCE,
                "enable",
                true,
                "hide",
                false,
                "iconColor",
                "red",
                "target",
                Json.object(
                        "refId", "incidents",
                        "fromAnnotations", true,
                        "queryType", "tags",
                        "query", query,
                        "titleColumn", "kind",
                        "textColumn", "id",
                        "tagsColumn", "feed,channel_mhz,service,severity",
                        "timeEndColumn", "closed_ms")));
        return this;
    }

    public Board panel(Panel panel) {
        panels.add(panel);
        return this;
    }

    /** How far back it looks at first, such as {@code now-24h}. */
    public Board from(String begin) {
        from = begin;
        return this;
    }

    /** Name of its file. */
    public String file() {
        return texts.language() + '/' + name + ".json";
    }

    /** The dashboard. */
    public Map<String, Object> json() {
        List<Object> placed = new ArrayList<>();
        int x = 0;
        int y = 0;
        int rowHeight = 0;
        for (Panel panel : panels) {
            if (x + panel.width() > COLUMNS) {
                x = 0;
                y += rowHeight;
                rowHeight = 0;
            }
            placed.add(panel.json(placed.size() + 1, x, y));
            x += panel.width();
            rowHeight = Math.max(rowHeight, panel.height());
        }
        Object others = Json.object(
                "title",
                texts.text("link.others"),
                "type",
                "dashboards",
                "tags",
                List.of(TAG, texts.language()),
                "asDropdown",
                true,
                "includeVars",
                true,
                "keepTime",
                true,
                "targetBlank",
                false,
                "icon",
                "external link",
                "tooltip",
                "",
                "url",
                "");
        return Json.object(
                "uid",
                "bandwatch-" + name + '-' + texts.language().toLowerCase(java.util.Locale.ROOT),
                "title",
                texts.text(name + ".title"),
                "description",
                texts.text(name + ".help"),
                "tags",
                List.of(TAG, texts.language()),
                "editable",
                true,
                "graphTooltip",
                1,
                "schemaVersion",
                SCHEMA_VERSION,
                "version",
                1,
                "refresh",
                "30s",
                "time",
                Json.object("from", from, "to", "now"),
                "timezone",
                "browser",
                "annotations",
                Json.object("list", annotations),
                "templating",
                Json.object("list", variables),
                "links",
                List.of(others),
                "panels",
                placed);
    }
}
