package io.bandwatch.signal.av;

/**
 * The pictures of one look.
 *
 * @param pid PID of the track; 0 outside a transport stream
 * @param account what the decoder said
 * @param width of the decoded picture, pixels; 0 before the first
 * @param height of the decoded picture, pixels
 * @param pixelAspect width of a pixel over its height; NaN where it is not told
 * @param pictureRateHz pictures a second that the track promises; NaN where it does not
 * @param pictures in order of time; none where none was decoded
 * @param prints of the pictures, a {@link PicturePrint} for each of its steps from the start of the look; zeros where no
 *     picture is known
 */
public record VideoObservation(
        int pid,
        TrackAccount account,
        int width,
        int height,
        double pixelAspect,
        double pictureRateHz,
        PictureMeasurement[] pictures,
        long[] prints) {
    /** Pictures of which no prints were made. */
    public VideoObservation(
            int pid,
            TrackAccount account,
            int width,
            int height,
            double pixelAspect,
            double pictureRateHz,
            PictureMeasurement[] pictures) {
        this(pid, account, width, height, pixelAspect, pictureRateHz, pictures, new long[0]);
    }
}
