package io.bandwatch.deploy.cli.acceptance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import java.util.Locale;

/** Counts agreement scene by scene. */
final class ReferenceTally {
    private static final double MOST_PEAK_ERROR = 0.05;
    private static final double MOST_RMS_ERROR = 0.03;
    private static final double LEAST_CORRELATION = 0.999;
    /** The sound is promised from here on. */
    private static final double SOUND_CN_DB = 40;

    private final ArrayNode disagreements = JsonNodeFactory.instance.arrayNode();
    private int scenes;
    private int verdicts;
    private int radioData;
    private int radioDataOfBoth;
    private int sounds;
    private int soundsAlike;
    private double worstPeak;
    private double worstRms;
    private double worstPeakOfBoth;
    private double worstRmsOfBoth;
    private double worstCorrelation = 1;

    /**
     * What the independent receiver says.
     *
     * @param radioData PI, PS, RadioText
     * @param deviation peak and RMS
     * @param sound correlation with ours, left and right
     */
    record Theirs(JsonNode radioData, JsonNode deviation, JsonNode sound) {}

    void add(ReferenceScene scene, JsonNode truth, JsonNode ours, Theirs theirs) {
        scenes++;
        boolean verdict = ours.path("verdict").asText().equals(scene.expected().code());
        boolean sent = same(ours, truth, "pi") && same(ours, truth, "ps") && same(ours, truth, "radiotext");
        boolean both = same(ours, theirs.radioData(), "pi") && same(ours, theirs.radioData(), "ps");
        verdicts += verdict ? 1 : 0;
        radioData += sent ? 1 : 0;
        radioDataOfBoth += both ? 1 : 0;
        double peak = error(ours, truth, "peak_deviation_hz");
        double rms = error(ours, truth, "rms_deviation_hz");
        double peakOfBoth = error(ours, theirs.deviation(), "peak_deviation_hz");
        double rmsOfBoth = error(ours, theirs.deviation(), "rms_deviation_hz");
        worstPeak = Math.max(worstPeak, peak);
        worstRms = Math.max(worstRms, rms);
        worstPeakOfBoth = Math.max(worstPeakOfBoth, peakOfBoth);
        worstRmsOfBoth = Math.max(worstRmsOfBoth, rmsOfBoth);
        double correlation = Math.min(
                theirs.sound().at("/left/correlation").asDouble(),
                theirs.sound().at("/right/correlation").asDouble());
        boolean alike = correlation >= LEAST_CORRELATION;
        if (scene.cnDb() >= SOUND_CN_DB) {
            sounds++;
            soundsAlike += alike ? 1 : 0;
            worstCorrelation = Math.min(worstCorrelation, correlation);
        }
        boolean deviations =
                Math.max(peak, peakOfBoth) <= MOST_PEAK_ERROR && Math.max(rms, rmsOfBoth) <= MOST_RMS_ERROR;
        if (!(verdict && sent && both && deviations && (alike || scene.cnDb() < SOUND_CN_DB))) {
            disagreements.add(String.format(
                    Locale.ROOT,
                    "scene %d, %.1f dB: sent %s, verdict %s, told %s, heard by the reference %s, peak off by %.2f %% and"
                            + " %.2f %%, RMS by %.2f %% and %.2f %%, correlation %.5f",
                    scene.index(),
                    scene.cnDb(),
                    told(truth),
                    ours.path("verdict").asText("none") + " for "
                            + scene.expected().code(),
                    told(ours),
                    told(theirs.radioData()),
                    100 * peak,
                    100 * peakOfBoth,
                    100 * rms,
                    100 * rmsOfBoth,
                    correlation));
        }
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return one.path(field).isTextual()
                && one.path(field).asText().equalsIgnoreCase(other.path(field).asText());
    }

    /** Share by which they differ; 1 where there is no figure. */
    private static double error(JsonNode ours, JsonNode other, String field) {
        double expected = other.path(field).asDouble(Double.NaN);
        double share = Math.abs(ours.path(field).asDouble(Double.NaN) - expected) / expected;
        return Double.isNaN(share) ? 1 : share;
    }

    private static String told(JsonNode record) {
        return record.path("pi").asText("-") + " \"" + record.path("ps").asText("") + "\" \""
                + record.path("radiotext").asText("") + '"';
    }

    String inShort() {
        return String.format(
                Locale.ROOT,
                "verdicts %d, RDS %d and %d, worst peak %.2f %%, worst RMS %.2f %%, worst correlation %.5f",
                verdicts,
                radioData,
                radioDataOfBoth,
                100 * Math.max(worstPeak, worstPeakOfBoth),
                100 * Math.max(worstRms, worstRmsOfBoth),
                worstCorrelation);
    }

    Count count() {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("scenes", scenes);
        figures.put("verdicts_right", verdicts);
        figures.put("rds_as_sent", radioData);
        figures.put("rds_as_by_gr_rds", radioDataOfBoth);
        figures.put("worst_peak_error_percent", percent(worstPeak));
        figures.put("worst_rms_error_percent", percent(worstRms));
        figures.put("worst_peak_error_to_gnu_radio_percent", percent(worstPeakOfBoth));
        figures.put("worst_rms_error_to_gnu_radio_percent", percent(worstRmsOfBoth));
        figures.put("sounds_at_40_db_and_more", sounds);
        figures.put("sounds_correlated_0_999", soundsAlike);
        figures.put("worst_correlation", Math.round(1e6 * worstCorrelation) / 1e6);
        figures.set("disagreements", disagreements);
        return new Count(scenes > 0 && disagreements.isEmpty(), figures);
    }

    private static double percent(double share) {
        return Math.round(1e4 * share) / 1e2;
    }
}
