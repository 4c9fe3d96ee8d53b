package io.bandwatch.samples.media;

import java.util.List;

/** How pictures and sound are coded. */
public enum MediaCoding {
    /** A group of pictures each second. */
    H264_AAC(
            "-c:v libx264 -preset veryfast -b:v 2000k -maxrate 2500k -bufsize 1250k -g 25 -bf 2 -c:a aac -b:a 128k",
            4000,
            1024),
    /** As in standard definition: a group of pictures each half second. */
    MPEG2_MP2("-c:v mpeg2video -b:v 3500k -maxrate 5000k -bufsize 1835k -g 12 -bf 2 -c:a mp2 -b:a 192k", 9000, 1152);

    private final String options;
    private final int streamKbps;
    private final int soundFrameSamples;

    MediaCoding(String options, int streamKbps, int soundFrameSamples) {
        this.options = options;
        this.streamKbps = streamKbps;
        this.soundFrameSamples = soundFrameSamples;
    }

    /** Samples that the sound coder takes at a time. */
    int soundFrameSamples() {
        return soundFrameSamples;
    }

    /** Options of FFmpeg for a file of this ending. */
    List<String> options(boolean transportStream) {
        String container = transportStream
                ? " -f mpegts -muxrate " + streamKbps + "k -pcr_period 30 -streamid 0:" + StreamDamage.PICTURE_PID
                        + " -streamid 1:" + StreamDamage.SOUND_PID
                : " -f mp4";
        return List.of((options + container).split(" ", -1));
    }
}
