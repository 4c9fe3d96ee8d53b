package io.bandwatch.samples.media;

import java.util.List;

/**
 * A service with things happening in it.
 *
 * @param name name of the files
 * @param seed of all that is random
 * @param durationS length, s
 * @param format how it is made and coded
 * @param picture what is seen: a source of FFmpeg, or the path of a clip
 * @param sound what is heard: {@code tones}, {@code noise}, or the path of a clip
 * @param noise strength of noise on the picture, 0 to 100
 * @param events what happens, one after the other
 */
public record MediaScene(
        String name,
        long seed,
        double durationS,
        Format format,
        String picture,
        String sound,
        int noise,
        List<MediaEvent> events) {
    /** Pictures a second; what happens begins and ends with one. */
    static final int RATE_HZ = 25;

    /**
     * How it is made and coded.
     *
     * @param width of the picture
     * @param height of the picture
     * @param coding codecs
     * @param transportStream whether it is a transport stream, else MP4
     */
    public record Format(int width, int height, MediaCoding coding, boolean transportStream) {
        String ending() {
            return transportStream ? ".ts" : ".mp4";
        }
    }

    public MediaScene {
        events = List.copyOf(events);
        double endS = 0;
        for (MediaEvent event : events) {
            boolean fits = event.fromS() < event.toS() && event.toS() <= durationS;
            if (event.kind().isOfStream() && !format.transportStream()) {
                throw new IllegalArgumentException(event.kind().code() + " needs a transport stream");
            }
            if (!fits || event.fromS() < endS) {
                throw new IllegalArgumentException(event.kind().code() + " from " + event.fromS() + " s to "
                        + event.toS() + " s must lie in the " + durationS + " s, after what happened before");
            }
            endS = event.toS();
        }
    }

    /** The same with another length. */
    MediaScene lasting(double lengthS) {
        return new MediaScene(name, seed, lengthS, format, picture, sound, noise, events);
    }

    /** Name of the file. */
    public String fileName() {
        return name + format.ending();
    }
}
