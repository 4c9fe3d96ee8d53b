package io.bandwatch.dsp.video;

import io.bandwatch.signal.av.PictureMeasurement;
import org.jspecify.annotations.Nullable;

/**
 * Measures the pictures of one track in order. What it remembers is a picture to compare the next with; after a break, the
 * first picture counts as moving. Share of black pixels and stillness are those of ffmpeg's {@code blackdetect} and {@code
 * freezedetect}. Not thread-safe; allocates what it returns, and memory for a picture when their size changes.
 */
public final class VideoMeter {
    private final LumaMeter luma;
    private final StillMeter still;
    private final BlockMeter blocks;
    private final BarsMeter bars = new BarsMeter();
    private final BlockEdgeMeter edges = new BlockEdgeMeter();

    public VideoMeter(VideoMeterSettings settings) {
        this.luma = new LumaMeter(settings.blackLevel());
        this.still = new StillMeter(settings.stillNoise());
        this.blocks = new BlockMeter(settings);
    }

    /**
     * Measures one picture.
     *
     * @param picture of any size, a thumbnail will do
     * @param decodedLuma luma as it was decoded, for the edges of macroblocks; null where those are not asked for
     * @param offsetNs time since the start of the look, ns
     * @param durationNs how long it is shown, ns
     */
    public PictureMeasurement measure(Picture picture, @Nullable Plane decodedLuma, long offsetNs, long durationNs) {
        luma.measure(picture);
        bars.measure(picture);
        boolean isStill = still.isStill(picture);
        blocks.measure(picture.luma(), luma.deviation(), durationNs);
        return new PictureMeasurement(
                offsetNs,
                durationNs,
                luma.blackShare(),
                picture.level(luma.mean()),
                luma.deviation() / picture.codeRange(),
                still.difference(),
                isStill,
                blocks.changedShare(),
                blocks.unchangedNs(),
                blocks.nearlyStillNs(),
                bars.correlation(),
                bars.kind(),
                decodedLuma == null ? Double.NaN : edges.share(decodedLuma),
                0);
    }
}
