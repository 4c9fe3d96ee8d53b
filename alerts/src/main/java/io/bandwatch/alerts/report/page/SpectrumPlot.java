package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.CarrierRow;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.util.List;

/** The spectrum of one feed as inline SVG: mean and largest values, and every carrier at its frequency. */
final class SpectrumPlot {
    private static final int HEIGHT = 360;
    private static final int TOP = 62;
    private static final int BOTTOM = 320;
    private static final int LABEL_ROWS = 3;
    private static final int LABEL_HEIGHT = 15;
    private static final int GRID_DB = 10;
    private static final int MOST_COLUMNS = 900;

    private final Messages messages;

    SpectrumPlot(Messages messages) {
        this.messages = messages;
    }

    String svg(SpectrumSummary spectrum, List<CarrierRow> carriers) {
        PlotFrame frame = PlotFrame.of(spectrum);
        double[] range = range(spectrum);
        String title = Html.escape(messages.text("page.spectrum", spectrum.feed()));
        String description = Html.escape(messages.text(
                "page.spectrum-description", spectrum.feed(), Figures.mhz(frame.lowHz()), Figures.mhz(frame.highHz())));
        StringBuilder svg = new StringBuilder();
        svg.append(PlotFrame.format("<svg viewBox=\"0 0 %d %d\" role=\"img\">", PlotFrame.WIDTH, HEIGHT));
        svg.append("<title>")
                .append(title)
                .append("</title><desc>")
                .append(description)
                .append("</desc>");
        svg.append(frame.frequencyAxis(TOP, BOTTOM));
        svg.append(levelAxis(range));
        svg.append(curve("max", frame, spectrum, spectrum.maxDbfsPerHz(), range));
        svg.append(curve("mean", frame, spectrum, spectrum.meanDbfsPerHz(), range));
        int index = 0;
        for (CarrierRow carrier : carriers) {
            if (frame.shows(carrier.frequencyHz())) {
                svg.append(mark(frame, carrier, index++));
            }
        }
        svg.append(legend());
        return svg.append("</svg>\n").toString();
    }

    /** Lowest and highest grid line, dBFS/Hz. */
    private static double[] range(SpectrumSummary spectrum) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < spectrum.points(); i++) {
            if (Float.isFinite(spectrum.meanDbfsPerHz()[i])) {
                low = Math.min(low, spectrum.meanDbfsPerHz()[i]);
            }
            if (Float.isFinite(spectrum.maxDbfsPerHz()[i])) {
                high = Math.max(high, spectrum.maxDbfsPerHz()[i]);
            }
        }
        if (low >= high) {
            double middle = Double.isFinite(low) ? low : 0;
            return new double[] {middle - GRID_DB, middle + GRID_DB};
        }
        return new double[] {Math.floor(low / GRID_DB) * GRID_DB, Math.ceil(high / GRID_DB) * GRID_DB};
    }

    private static double y(double level, double[] range) {
        double share = (level - range[0]) / (range[1] - range[0]);
        return BOTTOM - Math.max(0, Math.min(1, share)) * (BOTTOM - TOP);
    }

    private String levelAxis(double[] range) {
        StringBuilder svg = new StringBuilder();
        for (double level = range[0]; level <= range[1]; level += GRID_DB) {
            double y = y(level, range);
            svg.append(PlotFrame.format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    PlotFrame.LEFT, PlotFrame.WIDTH - PlotFrame.RIGHT, y, y));
            svg.append(PlotFrame.format(
                    "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%.0f</text>",
                    PlotFrame.LEFT - 6, y + 4, level));
        }
        svg.append(PlotFrame.format(
                "<text class=\"tick\" x=\"4\" y=\"%d\">%s</text>",
                TOP - 10, Html.escape(messages.text("page.axis-density"))));
        return svg.append(PlotFrame.format(
                        "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>",
                        PlotFrame.WIDTH - PlotFrame.RIGHT,
                        HEIGHT - 4,
                        Html.escape(messages.text("page.axis-frequency"))))
                .toString();
    }

    /** The largest point of each column is drawn, so that a narrow carrier does not fall between columns. */
    private static String curve(
            String name, PlotFrame frame, SpectrumSummary spectrum, float[] levels, double[] range) {
        int perColumn = Math.max(1, (levels.length + MOST_COLUMNS - 1) / MOST_COLUMNS);
        StringBuilder points = new StringBuilder();
        for (int from = 0; from < levels.length; from += perColumn) {
            int best = from;
            for (int i = from; i < Math.min(levels.length, from + perColumn); i++) {
                if (!Float.isFinite(levels[best]) || levels[i] > levels[best]) {
                    best = i;
                }
            }
            if (Float.isFinite(levels[best])) {
                double x = frame.x(spectrum.startHz() + best * spectrum.stepHz());
                points.append(PlotFrame.format("%.1f,%.1f ", x, y(levels[best], range)));
            }
        }
        return "<polyline class=\"" + name + "\" points=\"" + points.toString().strip() + "\"/>";
    }

    /** Labels of neighbours stand in different rows. */
    private String mark(PlotFrame frame, CarrierRow carrier, int index) {
        double x = frame.x(carrier.frequencyHz());
        double labelY = 14 + index % LABEL_ROWS * LABEL_HEIGHT;
        String title = Figures.mhz(carrier.frequencyHz()) + " MHz: " + messages.ofCode("verdict", carrier.verdict());
        return "<g class=\"mark v-" + Html.escape(carrier.verdict()) + "\"><title>" + Html.escape(title) + "</title>"
                + PlotFrame.format("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%d\"/>", x, x, labelY + 3, BOTTOM)
                + PlotFrame.format("<text text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">", x, labelY)
                + Figures.mhz(carrier.frequencyHz()) + "</text></g>";
    }

    private String legend() {
        return PlotFrame.format("<text class=\"tick mean-key\" x=\"%d\" y=\"%d\">", PlotFrame.LEFT, HEIGHT - 4)
                + Html.escape(messages.text("page.mean")) + "</text>"
                + PlotFrame.format("<text class=\"tick max-key\" x=\"%d\" y=\"%d\">", PlotFrame.LEFT + 80, HEIGHT - 4)
                + Html.escape(messages.text("page.max")) + "</text>";
    }
}
