package io.bandwatch.dsp.video;

import org.jspecify.annotations.Nullable;

/**
 * Compares each picture with the last one that moved. Comparing it with the one before would call every slow fade still.
 * Not thread-safe; allocates only when pictures change their size.
 */
final class StillMeter {
    private static final double CODES = 256.0;

    private final Lanes lanes = new Lanes();
    private final double noise;
    private byte[] reference = new byte[0];
    private int width;
    private int height;
    private int chromaSize;
    private boolean known;
    private double difference;

    StillMeter(double noise) {
        this.noise = noise;
    }

    /** Whether a picture is still; the first one is not, nor one of another size. */
    boolean isStill(Picture picture) {
        difference = fits(picture) ? compare(picture) : Double.NaN;
        boolean still = difference <= noise;
        if (!still) {
            keep(picture);
        }
        return still;
    }

    /** Mean absolute difference of the last picture from its reference, as a share of 256; NaN where it had none. */
    double difference() {
        return difference;
    }

    private boolean fits(Picture picture) {
        Plane luma = picture.luma();
        return known && luma.width() == width && luma.height() == height && chromaSize(picture) == chromaSize;
    }

    private static int chromaSize(Picture picture) {
        Plane cb = picture.cb();
        Plane cr = picture.cr();
        return (cb == null ? 0 : cb.size()) + (cr == null ? 0 : cr.size());
    }

    private double compare(Picture picture) {
        int size = picture.luma().size();
        long sum = difference(picture.luma(), 0);
        Plane cb = picture.cb();
        if (cb != null) {
            sum += difference(cb, size);
            size += cb.size();
        }
        Plane cr = picture.cr();
        if (cr != null) {
            sum += difference(cr, size);
            size += cr.size();
        }
        return sum / (CODES * size);
    }

    private long difference(Plane plane, int place) {
        long sum = 0;
        int rows = plane.dense() ? 1 : plane.height();
        int count = plane.size() / rows;
        for (int y = 0; y < rows; y++) {
            sum += lanes.differences(plane.codes(), plane.rowStart(y), reference, place + y * count, count);
        }
        return sum;
    }

    private void keep(Picture picture) {
        Plane luma = picture.luma();
        int size = luma.size() + chromaSize(picture);
        if (reference.length != size) {
            reference = new byte[size];
        }
        int place = keep(luma, 0);
        place = keep(picture.cb(), place);
        keep(picture.cr(), place);
        width = luma.width();
        height = luma.height();
        chromaSize = chromaSize(picture);
        known = true;
    }

    private int keep(@Nullable Plane plane, int place) {
        if (plane == null) {
            return place;
        }
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(plane.codes(), plane.rowStart(y), reference, place + y * plane.width(), plane.width());
        }
        return place + plane.size();
    }
}
