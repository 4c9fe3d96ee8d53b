package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.evidence.Waterfall;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.util.Base64;

/** The waterfall of one feed: a PNG inside an SVG whose frequency axis is that of the spectrum above it. */
final class WaterfallPlot {
    private static final int MOST_COLUMNS = 900;
    private static final int TOP = 4;
    private static final int ROW_HEIGHT_LEAST = 120;
    private static final int HEIGHT_MOST = 400;
    private static final double NS_PER_S = 1e9;

    private final Messages messages;

    WaterfallPlot(Messages messages) {
        this.messages = messages;
    }

    String svg(SpectrumSummary spectrum) {
        int height = Math.max(ROW_HEIGHT_LEAST, Math.min(HEIGHT_MOST, 2 * spectrum.rowCount()));
        PlotFrame frame = PlotFrame.of(spectrum);
        String seconds = Figures.seconds(spectrum.durationNs() / NS_PER_S);
        String title = Html.escape(messages.text("page.waterfall", spectrum.feed(), seconds));
        int width = PlotFrame.WIDTH - PlotFrame.LEFT - PlotFrame.RIGHT;
        String png = Base64.getEncoder()
                .encodeToString(Waterfall.of(spectrum, MOST_COLUMNS).png());
        return PlotFrame.format("<svg viewBox=\"0 0 %d %d\" role=\"img\">", PlotFrame.WIDTH, TOP + height + 24)
                + "<title>" + title + "</title>"
                + PlotFrame.format(
                        "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\"",
                        PlotFrame.LEFT, TOP, width, height)
                + " href=\"data:image/png;base64," + png + "\"/>"
                + frame.frequencyAxis(TOP + height, TOP + height)
                + time("0", TOP + 10)
                + time(seconds, TOP + height)
                + "</svg>\n";
    }

    private static String time(String seconds, int y) {
        return PlotFrame.format(
                "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s s</text>",
                PlotFrame.LEFT - 6, y, seconds);
    }
}
