package io.bandwatch.deploy.cli.acceptance.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What becomes of pictures on their way to the air. */
enum PictureWay {
    SMALL_H264("scale=426:240", Codec.H264, 200),
    SD_MPEG2("scale=352:288", Codec.MPEG2, 800),
    LOGO(Label.LOGO, Codec.H264, 300),
    CROPPED("crop=iw*0.95:ih*0.95,scale=320:180", Codec.MPEG4, 400),
    SUBTITLES("eq=contrast=1.2:brightness=0.05," + Label.SUBTITLES, Codec.H264, 300),
    ALL_OF_IT("crop=iw*0.95:ih*0.95,scale=480:270,eq=contrast=0.8," + Label.LOGO, Codec.MPEG4, 300);

    private final String filter;
    private final Codec codec;
    private final int kbitPerS;

    PictureWay(String filter, Codec codec, int kbitPerS) {
        this.filter = filter;
        this.codec = codec;
        this.kbitPerS = kbitPerS;
    }

    private enum Codec {
        H264("libx264"),
        MPEG2("mpeg2video"),
        MPEG4("mpeg4");

        private final String encoder;

        Codec(String encoder) {
            this.encoder = encoder;
        }
    }

    /** What is laid over pictures. */
    private static final class Label {
        static final String LOGO = "drawbox=x=iw*0.82:y=ih*0.06:w=iw*0.12:h=ih*0.12:t=fill:color=white";
        static final String SUBTITLES = "drawbox=x=iw*0.15:y=ih*0.80:w=iw*0.7:h=ih*0.05:t=fill:color=white,"
                + "drawbox=x=iw*0.2:y=ih*0.88:w=iw*0.6:h=ih*0.05:t=fill:color=white";
    }

    /** The word for it in records. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What ffmpeg does to the pictures. */
    String filter() {
        return filter;
    }

    /** How pictures and sound are coded. */
    List<String> coding() {
        List<String> coding = new ArrayList<>(List.of("-c:v", codec.encoder, "-b:v", kbitPerS + "k"));
        if (codec == Codec.H264) {
            coding.addAll(List.of("-preset", "veryfast"));
        }
        coding.addAll(List.of("-c:a", "aac", "-b:a", "64k"));
        return coding;
    }
}
