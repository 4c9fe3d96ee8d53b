package io.bandwatch.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.ingest.Captures;
import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.TrackKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against ffmpeg on the same recordings: as many pictures and samples, as bright. */
class DecodedCapturesTest {
    /** Of 256 codes: two rows of each block are read, of which ffmpeg's mean counts all. */
    private static final double LUMA_TOLERANCE = 1.0;

    @Test
    void decodesMpeg2AndLayer2AsFfmpegDoes() throws IOException, InterruptedException {
        Path rai = Captures.file("ts/dvbt-italy-rai-full-mux.ts");
        Decoded decoded = Decoded.of(3401, rai);
        List<Double> lumas = Ffmpeg.lumas(rai, "0:p:3401:v:0", 720, 576);
        assertThat(decoded.first(TrackKind.PICTURE)).isEqualTo(new TrackCounts(lumas.size(), lumas.size(), 0, 0, 0, 0));
        assertThat(decoded.meanLuma()).isCloseTo(Ffmpeg.mean(lumas), within(LUMA_TOLERANCE));
        assertThat(decoded.first(TrackKind.SOUND).got()).isEqualTo(Ffmpeg.samples(rai, "0:p:3401:a:0"));
        assertThat(decoded.faults).isEmpty();
    }

    @Test
    void decodesHevcAsFfmpegDoesAndFindsTheGapsThatNobodyComplainsOf() throws IOException, InterruptedException {
        Path rai = Captures.file("ts/dvbt-italy-rai-full-mux.ts");
        Decoded decoded = Decoded.of(3410, rai);
        List<Double> lumas = Ffmpeg.lumas(rai, "0:p:3410:v:0", 1280, 720);
        TrackCounts counts = decoded.first(TrackKind.PICTURE);
        assertThat(counts.got()).isEqualTo(lumas.size());
        assertThat(counts.expected()).isGreaterThan(counts.got());
        assertThat(decoded.faults).isEmpty();
    }

    @Test
    void decodesAShortStreamToItsLastPictureAndSample() throws IOException, InterruptedException {
        Path stream = Captures.file("ts/scte35-short.ts");
        Decoded decoded = Decoded.of(0, stream);
        assertThat(decoded.first(TrackKind.PICTURE).got())
                .isEqualTo(Ffmpeg.lumas(stream, "0:v:0", 640, 426).size());
        assertThat(decoded.first(TrackKind.SOUND).got()).isEqualTo(Ffmpeg.samples(stream, "0:a:0"));
    }

    @Test
    void decodesWholeFilesAsFfmpegDoes() throws IOException, InterruptedException {
        Path bunny = Captures.file("video/bigbuckbunny-720p-5s.mp4");
        Decoded decoded = Decoded.of(Order.ofFile(bunny.toString()), new byte[0]);
        List<Double> lumas = Ffmpeg.lumas(bunny, "0:v:0", 1280, 720);
        assertThat(decoded.first(TrackKind.PICTURE)).isEqualTo(new TrackCounts(lumas.size(), lumas.size(), 0, 0, 0, 0));
        assertThat(decoded.meanLuma()).isCloseTo(Ffmpeg.mean(lumas), within(LUMA_TOLERANCE));
        assertThat(decoded.first(TrackKind.SOUND).got()).isEqualTo(Ffmpeg.samples(bunny, "0:a:0"));
        Path speech = Captures.file("audio/speech-zh-chinese-phrase.flac");
        Decoded sound = Decoded.of(Order.ofFile(speech.toString()), new byte[0]);
        assertThat(sound.first(TrackKind.SOUND).got()).isEqualTo(Ffmpeg.samples(speech, "0:a:0"));
    }

    @Test
    void decodesKeyPicturesAloneToTheSameTimes() throws IOException, InterruptedException {
        Path stream = Captures.file("ts/scte35-80s-with-ad.ts");
        byte[] bytes = Files.readAllBytes(stream);
        Decoded all = Decoded.of(Order.ofProgramme(0), bytes);
        Decoded keys = Decoded.of(Order.ofProgramme(0).withDepth(DecodingDepth.KEY_PICTURES), bytes);
        assertThat(all.first(TrackKind.PICTURE).got()).isEqualTo(2400);
        assertThat(keys.pictureTimesNs).hasSizeBetween(2, 400).isSubsetOf(all.pictureTimesNs);
        assertThat(keys.first(TrackKind.SOUND)).isEqualTo(all.first(TrackKind.SOUND));
    }

    @Test
    void decodesStretchesOfSoundToTheSameSamples() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Captures.file("ts/scte35-80s-with-ad.ts"));
        Decoded all = Decoded.of(Order.ofProgramme(0), bytes);
        Decoded stretches = Decoded.of(Order.ofProgramme(0).withDepth(DecodingDepth.SAMPLES), bytes);

        // 3.4 s of each 12 s, less what decoders need to settle; the counts do not take the rest for loss
        assertThat((double) stretches.sounds.size() / all.sounds.size()).isBetween(0.25, 0.36);
        assertThat(stretches.first(TrackKind.SOUND).gaps()).isZero();
        assertThat(all.sounds).containsAllEntriesOf(stretches.sounds);
    }

    @Test
    void whereMemoryRunsOutTheServiceFailsRatherThanEnds() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Captures.file("ts/scte35-short.ts"));
        Decoded forgetful = new Decoded() {
            @Override
            public void picture(Picture picture) {
                throw new OutOfMemoryError("of a test");
            }
        };
        try (ServiceDecoder decoder = new ServiceDecoder("test", Order.ofProgramme(0), forgetful)) {
            assertThatThrownBy(() -> {
                        decoder.give(bytes, 0, bytes.length);
                        decoder.finish();
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("-Xmx");
        }
    }

    @Test
    void handsOutTheWholeLumaWhereItIsAskedFor() throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(Captures.file("ts/scte35-short.ts"));
        Decoded decoded = new Decoded() {
            @Override
            public void picture(Picture picture) {
                assertThat(picture.fullLuma()).hasSize(640 * 426);
                super.picture(picture);
            }
        };
        try (ServiceDecoder decoder =
                new ServiceDecoder("test", Order.ofProgramme(0).withFullLuma(), decoded)) {
            decoder.give(bytes, 0, bytes.length);
            decoder.finish();
        }
        assertThat(decoded.pictures).isEqualTo(3);
    }
}
