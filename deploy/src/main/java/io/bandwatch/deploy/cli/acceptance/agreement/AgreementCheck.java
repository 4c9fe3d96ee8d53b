package io.bandwatch.deploy.cli.acceptance.agreement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.UnusableRecordingException;
import java.io.IOException;
import java.util.List;

/**
 * Every track of every recording at hand, whole, against FFmpeg's blackdetect, freezedetect, silencedetect and ebur128 with the
 * thresholds of ours. Black and freeze are what our detector says of what GStreamer decoded and our thumbnails show; silence
 * and loudness are measured twice, on what GStreamer decoded and on what FFmpeg did.
 */
public final class AgreementCheck implements AcceptanceCheck {
    private final List<String> chosen;

    private AgreementCheck(List<String> chosen) {
        this.chosen = chosen;
    }

    /** Of every recording. */
    public static AgreementCheck whole() {
        return new AgreementCheck(List.of());
    }

    /** Of some, such as {@code ts/france.ts}. */
    public static AgreementCheck of(String... clips) {
        return new AgreementCheck(List.of(clips));
    }

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public String statement() {
        return "Our detectors agree with FFmpeg's blackdetect, freezedetect, silencedetect and ebur128 at equal thresholds on"
                + " every track of every recording: times within a picture, loudness within 0.1 LU, and every difference has"
                + " a known reason.";
    }

    @Override
    public AgreementCheck only(Selection part) {
        if (part.scene() == null) {
            throw new IllegalArgumentException(
                    "has recordings to choose from; name one with --scene, like ts/france.ts");
        }
        return of(part.scene());
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        Clips clips = Clips.of(bench.root());
        FfmpegFilters ffmpeg = new FfmpegFilters(bench.scratch());
        Comparison rows = new Comparison();
        for (String clip : chosen.isEmpty() ? clips.names() : chosen) {
            bench.tell("%s", clip);
            try {
                List<Recording> services = clips.decoded(clip);
                if (services.isEmpty()) {
                    rows.nothing(clip, "", "no service in it has pictures or sound in the clear");
                }
                for (Recording service : services) {
                    new ServiceComparison(clip, clips.file(clip), service, ffmpeg, rows).compare();
                }
            } catch (UnusableRecordingException unusable) {
                rows.nothing(clip, "", "not read: " + unusable.kind());
            }
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        long compared = 0;
        for (var row : rows.rows()) {
            compared += row.has("measure") ? 1 : 0;
        }
        figures.put("comparisons", compared);
        figures.put("differences", rows.differences());
        figures.put("differences_not_explained", rows.unexplained());
        figures.set("rows", rows.rows());
        return new Count(compared > 0 && rows.unexplained() == 0, figures);
    }
}
