package io.bandwatch.ingest.gst.decode;

import io.bandwatch.signal.ts.Codec;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which GStreamer elements decode what, and the Debian package that brings them. */
public enum DecoderElements {
    MPEG2VIDEO("video/mpeg,mpegversion=2,systemstream=false", "mpegvideoparse", "avdec_mpeg2video"),
    H264("video/x-h264,stream-format=byte-stream", "h264parse", "avdec_h264"),
    HEVC("video/x-h265,stream-format=byte-stream", "h265parse", "avdec_h265"),
    AVS("video/x-cavs", "", "avdec_cavs"),
    MP1("audio/mpeg,mpegversion=1", "mpegaudioparse", "mpg123audiodec"),
    MP2("audio/mpeg,mpegversion=1", "mpegaudioparse", "mpg123audiodec"),
    MP3("audio/mpeg,mpegversion=1", "mpegaudioparse", "mpg123audiodec"),
    AAC("audio/mpeg,mpegversion=4,stream-format=adts", "aacparse", "avdec_aac"),
    AAC_LATM("audio/mpeg,mpegversion=4,stream-format=loas", "aacparse", "avdec_aac_latm"),
    AC3("audio/x-ac3", "ac3parse", "avdec_ac3"),
    EAC3("audio/x-eac3", "ac3parse", "avdec_eac3"),
    DTS("audio/x-dts", "dcaparse", "avdec_dca");

    private final String caps;
    private final String parser;
    private final String decoder;

    DecoderElements(String caps, String parser, String decoder) {
        this.caps = caps;
        this.parser = parser;
        this.decoder = decoder;
    }

    /** What decodes a codec; nothing where GStreamer has no element for it. */
    static Optional<DecoderElements> of(Codec codec) {
        return List.of(values()).stream()
                .filter(elements -> elements.name().equals(codec.name()))
                .findFirst();
    }

    /** How the stream comes, as GStreamer writes it. */
    String caps() {
        return caps;
    }

    /** Cuts the stream into what the decoder takes; empty where its units are that already. */
    String parser() {
        return parser;
    }

    String decoder() {
        return decoder;
    }

    /** Elements that this needs and that are not there. */
    public List<String> missing(Predicate<String> present) {
        return List.of(parser, decoder).stream()
                .filter(element -> !element.isEmpty() && !present.test(element))
                .toList();
    }

    /** Debian's package with an element. */
    public static String debianPackage(String element) {
        if (element.startsWith("avdec_")) {
            return "gstreamer1.0-libav";
        }
        boolean good = element.equals("mpg123audiodec")
                || element.equals("aacparse")
                || element.equals("ac3parse")
                || element.equals("dcaparse")
                || element.equals("mpegaudioparse");
        return good ? "gstreamer1.0-plugins-good" : "gstreamer1.0-plugins-bad";
    }
}
