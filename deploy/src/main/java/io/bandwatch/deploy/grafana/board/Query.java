package io.bandwatch.deploy.grafana.board;

import io.bandwatch.alerts.series.Measurement;
import io.bandwatch.alerts.series.MetricSchema;
import io.bandwatch.alerts.series.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question in InfluxQL, in the part of it that InfluxDB 1.x, 2.x and 3 share, to one measurement. Series are asked in the
 * resolution that the dashboard's variable names. The columns of the answer bear the names that people read.
 */
public final class Query {
    private final Measurement measurement;
    private final BoardTexts texts;
    private final List<String> selected = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private String fill = "";
    private String resolution = "$res";
    private boolean table = true;
    private String alias = "";
    private String time = "$timeFilter";

    /** Asks of the feeds that the dashboard's variable names. */
    public Query(Measurement measurement, BoardTexts texts) {
        this.measurement = measurement;
        this.texts = texts;
        conditions.add("\"" + MetricSchema.FEED + "\" =~ /^$feed$/");
    }

    /** Fields as they stand, or tags. */
    public Query values(String... names) {
        for (String name : names) {
            select(quoted(name), name);
        }
        return this;
    }

    /** One function of each of some fields. */
    public Query each(String function, String... fields) {
        for (String field : fields) {
            select(function + '(' + quoted(field) + ')', field);
        }
        return this;
    }

    /** What is said in terms of fields, each as {@code {field}}, under the name of {@code column}. */
    public Query expression(String expression, String column) {
        StringBuilder text = new StringBuilder();
        for (String part : expression.split("(?=\\{)|(?<=})", -1)) {
            text.append(part.startsWith("{") ? quoted(part.substring(1, part.length() - 1)) : part);
        }
        select(text.toString(), column);
        return this;
    }

    private void select(String what, String column) {
        String name = texts.column(column);
        selected.add(what + " AS \"" + name + '"');
        columns.add(column);
    }

    /** Where a field or tag fulfils a condition, such as {@code =~ /^1/}. */
    public Query where(String name, String condition) {
        conditions.add(quoted(name) + ' ' + condition);
        return this;
    }

    /** An answer for each value of tags. */
    public Query by(String... tags) {
        Arrays.stream(tags).map(this::quoted).forEach(groups::add);
        return this;
    }

    /**
     * An answer for each span of time, drawn under this name.
     *
     * @param nothing what spans without a value have: {@code none} or {@code previous}
     * @param name with {@code $tag_...} and {@code $col}
     */
    public Query overTime(String nothing, String name) {
        groups.add(0, "time($__interval)");
        fill = " fill(" + nothing + ')';
        table = false;
        alias = name;
        return this;
    }

    /** The answer as series of this name, with {@code $tag_...} and {@code $col}. */
    public Query asSeries(String name) {
        table = false;
        alias = name;
        return this;
    }

    /** Asks in this resolution, whatever people choose. */
    public Query in(Resolution fixed) {
        resolution = fixed.suffix();
        return this;
    }

    /**
     * Asks also of what lies before the range that people look at.
     *
     * @param length such as {@code 90d}
     */
    public Query alsoBefore(String length) {
        time = "time >= ${__from}ms - " + length + " AND time <= ${__to}ms";
        return this;
    }

    private String quoted(String name) {
        boolean known = measurement.tagNames().contains(name)
                || measurement.columns(Resolution.MINUTE).contains(name)
                || measurement.columns(Resolution.SECOND).contains(name);
        if (!known) {
            throw new IllegalArgumentException(measurement.base() + " has no " + name);
        }
        return '"' + name + '"';
    }

    /** The question. */
    public String text() {
        String from = measurement.rolledUp() ? measurement.base() + '_' + resolution : measurement.base();
        return "SELECT " + String.join(", ", selected) + " FROM \"" + from + "\" WHERE "
                + String.join(" AND ", conditions) + " AND " + time
                + (groups.isEmpty() ? "" : " GROUP BY " + groups.stream().collect(Collectors.joining(", "))) + fill;
    }

    /** Fields and tags that have columns of their own in the answer. */
    List<String> columns() {
        return columns;
    }

    /** Tags that a table has columns of under their own names. */
    List<String> tagColumns() {
        return table ? groups.stream().map(group -> group.replace("\"", "")).toList() : List.of();
    }

    /** The question as a target of a panel. */
    Object target(String refId) {
        return Json.object(
                "refId",
                refId,
                "datasource",
                Board.DATA_SOURCE,
                "rawQuery",
                true,
                "query",
                text(),
                "resultFormat",
                table ? "table" : "time_series",
                "alias",
                alias);
    }
}
