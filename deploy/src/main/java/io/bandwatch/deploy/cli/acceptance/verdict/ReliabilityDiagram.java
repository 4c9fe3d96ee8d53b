package io.bandwatch.deploy.cli.acceptance.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** Draws the share of right verdicts against the confidence claimed; the area of a dot grows with the number of verdicts. */
final class ReliabilityDiagram {
    private static final int SIDE = 340;
    private static final int LEFT = 62;
    private static final int TOP = 14;
    private static final int BOTTOM = 48;
    private static final int RIGHT = 16;

    private final StringBuilder svg = new StringBuilder();

    private ReliabilityDiagram() {}

    static String draw(ArrayNode bins) {
        ReliabilityDiagram diagram = new ReliabilityDiagram();
        int width = LEFT + SIDE + RIGHT;
        int height = TOP + SIDE + BOTTOM;
        diagram.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">",
                width, height, width, height);
        diagram.line("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
        diagram.axes();
        diagram.points(bins);
        diagram.line("</svg>");
        return diagram.svg.toString();
    }

    private void axes() {
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double share = tenth / 10.0;
            line(
                    "<path d=\"M%.1f %.1fH%.1fM%.1f %.1fV%.1f\" stroke=\"#ddd\" fill=\"none\"/>",
                    x(0), y(share), x(1), x(share), y(0), y(1));
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>", LEFT - 8, y(share) + 4, share);
            line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.1f</text>", x(share), y(0) + 18, share);
        }
        line("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#888\" stroke-dasharray=\"5 4\"/>", x(0), y(0), x(1), y(1));
        line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">confidence</text>", x(0.5), y(0) + 38);
        line(
                "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">share of right verdicts</text>",
                y(0.5));
    }

    private void points(ArrayNode bins) {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        double most = 1.0;
        for (JsonNode bin : bins) {
            most = Math.max(most, bin.get("verdicts").asDouble());
        }
        for (JsonNode bin : bins) {
            double x = x(bin.get("confidence").asDouble());
            double y = y(bin.get("share").asDouble());
            double radius = 3.0 + 9.0 * Math.sqrt(bin.get("verdicts").asDouble() / most);
            path.append(path.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
            dots.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f4e8c\" fill-opacity=\"0.75\"><title>%d"
                            + " verdicts</title></circle>%n",
                    x,
                    y,
                    radius,
                    bin.get("verdicts").asInt()));
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"#1f4e8c\" stroke-width=\"1.5\"/>", path);
        svg.append(dots);
    }

    private static double x(double confidence) {
        return LEFT + SIDE * confidence;
    }

    private static double y(double share) {
        return TOP + SIDE * (1.0 - share);
    }

    private void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
