package io.bandwatch.deploy.cli.acceptance.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** Draws the share of carriers found against their C/N, with the 95 % interval of each share, as SVG. */
final class DetectionCurve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;

    /** 97.5th percentile of the normal distribution. */
    private static final double Z = 1.96;

    private final StringBuilder svg = new StringBuilder();
    private final double lowestDb;
    private final double highestDb;

    private DetectionCurve(double lowestDb, double highestDb) {
        this.lowestDb = lowestDb;
        this.highestDb = highestDb;
    }

    /** The picture; points are objects with {@code cn_db}, {@code carriers} and {@code found}, by rising C/N. */
    static String draw(ArrayNode points) {
        DetectionCurve curve = new DetectionCurve(
                points.get(0).get("cn_db").asDouble(),
                points.get(points.size() - 1).get("cn_db").asDouble());
        curve.axes();
        curve.points(points);
        return curve.svg.append("</svg>\n").toString();
    }

    private void axes() {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">",
                WIDTH, HEIGHT);
        line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        line("<text x=\"%d\" y=\"18\" font-size=\"14\">Carriers found within 1 s</text>", LEFT);
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            line("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>", LEFT, y, WIDTH - RIGHT);
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>", LEFT - 8, y + 4, percent);
        }
        for (int db = (int) Math.ceil(lowestDb); db <= highestDb; db++) {
            line("<path d=\"M%.1f %dv5\" stroke=\"#333333\"/>", x(db), HEIGHT - BOTTOM);
            line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x(db), HEIGHT - BOTTOM + 19, db);
        }
        line(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">C/N in 200 kHz, dB</text>",
                x((lowestDb + highestDb) / 2), HEIGHT - 10);
    }

    private void points(ArrayNode points) {
        StringBuilder path = new StringBuilder();
        for (JsonNode point : points) {
            double x = x(point.get("cn_db").asDouble());
            int carriers = point.get("carriers").asInt();
            double share = point.get("found").asDouble() / carriers;
            double middle = wilsonMiddle(share, carriers);
            double half = wilsonHalf(share, carriers);
            path.append(path.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", x, y(share)));
            line("<path d=\"M%.1f %.1fV%.1f\" stroke=\"#7a9cc6\"/>", x, y(middle - half), y(middle + half));
            line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"#1f4e8c\"/>", x, y(share));
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"#1f4e8c\" stroke-width=\"1.5\"/>", path);
    }

    /** Centre of the score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, p. 209). */
    private static double wilsonMiddle(double share, int n) {
        return (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    }

    /** Half width of that interval. */
    private static double wilsonHalf(double share, int n) {
        return Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
    }

    private double x(double db) {
        double margin = 0.5;
        return LEFT + (WIDTH - LEFT - RIGHT) * (db - lowestDb + margin) / (highestDb - lowestDb + 2 * margin);
    }

    private static double y(double share) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
    }

    private void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
