package io.bandwatch.deploy.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.evidence.SoundCut;
import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.frames.ProgrammeLooks;
import io.bandwatch.ingest.inspect.ServiceSurvey;
import io.bandwatch.ingest.programme.Onlooker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sound of a media file, or of a service of a transport stream. */
final class DecodedSound {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MOST_S = 600;

    private final Path file;
    private final Recording recording;

    /**
     * @param service number of the service that is meant in a transport stream; null for the one that evidence beside it is
     *     about, or the only one
     * @throws UnusableInputException if it has no sound, or one service must be chosen
     */
    DecodedSound(Path file, @Nullable Integer service) throws IOException {
        this.file = file;
        try {
            Recording whole = SoundFile.inspected(new FeedSpec(String.valueOf(file.getFileName()), file.toString()));
            if (whole.kind() != RecordingKind.TS && service != null) {
                throw ClipCutter.refused(file, "has no services but one sound; leave --service out");
            }
            this.recording = whole.kind() == RecordingKind.TS
                    ? serviceOf(whole, service == null ? ofEvidence(file) : service)
                    : whole;
        } catch (UnusableRecordingException unusable) {
            throw new UnusableInputException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** The service of the incident whose evidence the file is in, or null. */
    private static @Nullable Integer ofEvidence(Path file) throws IOException {
        Path facts = file.resolveSibling("measurement.json");
        if (!Files.isRegularFile(facts)) {
            return null;
        }
        int service =
                JSON.readTree(facts.toFile()).at("/incident/subject/service_id").asInt(-1);
        return service < 0 ? null : service;
    }

    private Recording serviceOf(Recording stream, @Nullable Integer wanted) throws IOException {
        List<Recording> services = ServiceSurvey.decoded(stream, ServiceChoice.parse("all"));
        List<Recording> meant = services.stream()
                .filter(one -> wanted == null || number(one) == wanted)
                .toList();
        if (meant.size() != 1) {
            String there = services.stream().map(one -> "" + number(one)).collect(Collectors.joining(", "));
            throw ClipCutter.refused(
                    file,
                    (wanted == null ? "is a multiplex" : "has no service " + wanted)
                            + "; name with --service one that can be decoded: " + (there.isEmpty() ? "none" : there));
        }
        return stream.service(number(meant.get(0)), DecodingDepth.WHOLE);
    }

    private static int number(Recording service) {
        return ((MediaLayout) Objects.requireNonNull(service.layout())).programme();
    }

    /**
     * A stretch of it as a WAV file.
     *
     * @param fromS first second, since the first picture or sample
     * @param toS second behind the last; infinite for the end
     * @throws UnusableInputException if there is no sound there, or more than ten minutes
     */
    byte[] wav(double fromS, double toS) throws IOException {
        // a little more than may be, to know whether there is more
        double untilS = Math.min(toS, fromS + MOST_S + 1);
        SoundCut cut = new SoundCut(Math.round(fromS * 1e9), Math.round(untilS * 1e9));
        ProgrammeLooks.goThrough(
                recording,
                new Onlooker() {
                    @Override
                    public void picture(Picture picture, long atNs) {
                        // its sound is meant
                    }

                    @Override
                    public void sound(Sound sound, int begin, int count, long atNs) {
                        cut.sound(sound, begin, count, atNs);
                    }
                },
                look -> {});
        String stretch = "from " + fromS + " s to " + (Double.isInfinite(toS) ? "its end" : toS + " s");
        if (cut.isEmpty()) {
            throw ClipCutter.refused(file, "has no sound " + stretch + "; mend --from and --to, or name another file");
        }
        if (cut.lengthS() > MOST_S) {
            throw ClipCutter.refused(
                    file,
                    "has more than " + Math.round(MOST_S / 60) + " min " + stretch
                            + "; a clip is shorter; give --from and --to");
        }
        return cut.wav();
    }
}
