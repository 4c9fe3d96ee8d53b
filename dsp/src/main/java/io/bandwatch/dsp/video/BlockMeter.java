package io.bandwatch.dsp.video;

/**
 * Compares the means of blocks with those of the last picture of which more than a few had changed. Noise goes out of a mean,
 * so that a still picture under noise has no changed blocks, and a clock in it only its own. Not thread-safe; allocates only
 * when pictures change their size.
 */
final class BlockMeter {
    private static final int SIDE = Codes.WORD;
    private static final int CODES = 256;

    private final double noiseCodes;
    private final double nearlyStillShare;
    private int[] reference = new int[0];
    private int[] sums = new int[0];
    private int columns;
    private int rows;
    private double changedShare;

    BlockMeter(double noise, double nearlyStillShare) {
        this.noiseCodes = noise * CODES;
        this.nearlyStillShare = nearlyStillShare;
    }

    /** Whether hardly a block has changed; in the first picture all have. Rests at the right and below are left out. */
    boolean isNearlyStill(Plane luma) {
        int across = luma.width() / SIDE;
        int down = luma.height() / SIDE;
        boolean fits = across == columns && down == rows && across * down > 0;
        if (!fits) {
            columns = across;
            rows = down;
            reference = new int[across * down];
            sums = new int[across * down];
        }
        for (int row = 0; row < rows; row++) {
            add(luma, row);
        }
        changedShare = fits ? (double) changed() / sums.length : Double.NaN;
        boolean nearlyStill = changedShare <= nearlyStillShare;
        if (!nearlyStill) {
            int[] older = reference;
            reference = sums;
            sums = older;
        }
        return nearlyStill;
    }

    /** Share of blocks of the last picture that had changed; NaN where there was nothing to compare it with. */
    double changedShare() {
        return changedShare;
    }

    private void add(Plane luma, int row) {
        byte[] codes = luma.codes();
        for (int column = 0; column < columns; column++) {
            long block = 0;
            for (int y = row * SIDE; y < (row + 1) * SIDE; y++) {
                block += Codes.sums(Codes.word(codes, luma.rowStart(y) + column * SIDE));
            }
            sums[row * columns + column] = (int) Codes.total(block);
        }
    }

    private int changed() {
        double limit = noiseCodes * SIDE * SIDE;
        int changed = 0;
        for (int i = 0; i < sums.length; i++) {
            changed += Math.abs(sums[i] - reference[i]) > limit ? 1 : 0;
        }
        return changed;
    }
}
