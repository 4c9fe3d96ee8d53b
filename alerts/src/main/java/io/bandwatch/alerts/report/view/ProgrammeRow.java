package io.bandwatch.alerts.report.view;

import java.util.List;

/**
 * Pictures and sound of a service as they stand in a result. A number that is absent is NaN.
 *
 * @param feed id of the feed
 * @param serviceId its number
 * @param durationS how long it was looked at, s
 * @param picture size and rate of the picture, such as {@code 1920x1080 25}; empty without one
 * @param blackShare share of the time in black, 0..1
 * @param stillShare share of the time in stills, 0..1
 * @param missing pictures that did not come
 * @param tracks its sound tracks
 */
public record ProgrammeRow(
        String feed,
        int serviceId,
        double durationS,
        String picture,
        double blackShare,
        double stillShare,
        long missing,
        List<Track> tracks) {

    /**
     * A sound track.
     *
     * @param language ISO 639-2 code, or empty
     * @param loudnessLufs integrated loudness, LUFS
     * @param silenceShare share of the time in silence, 0..1
     */
    public record Track(String language, double loudnessLufs, double silenceShare) {}

    /** Pictures that did not come; empty for a service without. */
    public String missingPictures() {
        return picture.isEmpty() ? "" : Long.toString(missing);
    }

    /** Languages, one after the other; a track that does not tell counts as a dash. */
    public String languages() {
        return joined(tracks.stream()
                .map(track -> track.language().isEmpty() ? "-" : track.language())
                .toList());
    }

    public String loudness() {
        return joined(tracks.stream()
                .map(track -> Figures.decibels(track.loudnessLufs()))
                .toList());
    }

    public String silence() {
        return joined(tracks.stream()
                .map(track -> Figures.percent(track.silenceShare()))
                .toList());
    }

    private static String joined(List<String> each) {
        return String.join(" / ", each);
    }
}
