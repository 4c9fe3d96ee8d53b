package io.bandwatch.dsp.video;

/**
 * Remembers of each block of a picture when its mean last changed, to tell since when all but a few of them have stood.
 * Noise goes out of a mean, so that of a still picture under noise no block changes, and of one with a clock only the clock's.
 * Comparing with one picture of the past would count for ever what a coder made coarse in that one.
 *
 * <p>A coder refines what stands with each group of pictures, the more so the more contrast there is. Where pictures do not
 * go on changing a block may therefore differ in proportion to the contrast; where they do, it may not, because of moving
 * texture, such as water, the means of blocks hardly change. Not thread-safe; allocates only when pictures change their size.
 */
final class BlockMeter {
    private static final int SIDE = Codes.WORD;
    private static final int CODES = 256;

    /** What a coder begins anew takes a picture or two. */
    private static final long MOVING_NS = 120_000_000;

    private final VideoMeterSettings settings;
    private final Standing unchanged;
    private final Standing nearlyStill;
    private int[] means = new int[0];
    private int[] before = new int[0];
    private int[] stood = new int[0];
    private long[] changedAtNs = new long[0];
    private int columns;
    private int rows;
    private long nowNs;
    private long movingNs;
    private double changedShare;

    BlockMeter(VideoMeterSettings settings) {
        this.settings = settings;
        this.unchanged = new Standing(settings.unchangedShare());
        this.nearlyStill = new Standing(settings.nearlyStillShare());
    }

    /**
     * Takes in a picture. Rests at the right and below are left out; in the first one every block is new.
     *
     * @param deviation standard deviation of luma, codes
     * @param durationNs how long the picture is shown, ns
     */
    void measure(Plane luma, double deviation, long durationNs) {
        int across = luma.width() / SIDE;
        int down = luma.height() / SIDE;
        boolean fits = across == columns && down == rows && across * down > 0;
        if (!fits) {
            columns = across;
            rows = down;
            means = new int[across * down];
            before = new int[across * down];
            stood = new int[across * down];
            changedAtNs = new long[across * down];
        }
        take(luma);
        double noise = settings.blockNoise() * CODES * SIDE * SIDE;
        double moved = fits ? share(moved(noise)) : 1;
        movingNs = moved > settings.nearlyStillShare() ? movingNs + durationNs : 0;
        boolean calm = movingNs < MOVING_NS;
        double limit = calm ? Math.max(noise, settings.blockContrast() * deviation * SIDE * SIDE) : noise;
        int changed = changed(fits ? limit : -1);
        changedShare = fits ? share(changed) : Double.NaN;
        unchanged.advance(changed);
        nearlyStill.advance(changed);
        nowNs += durationNs;
        unchanged.lasts(nowNs);
        nearlyStill.lasts(nowNs);
    }

    /** Share of blocks of the last picture that changed with it; NaN where there was nothing to compare it with. */
    double changedShare() {
        return changedShare;
    }

    /** For how long no block has changed but for a few that a coder makes anew, ns. */
    long unchangedNs() {
        return unchanged.ns;
    }

    /** For how long no more has changed than a clock or a logo, ns. */
    long nearlyStillNs() {
        return nearlyStill.ns;
    }

    private double share(int blocks) {
        return (double) blocks / means.length;
    }

    private void take(Plane luma) {
        int[] older = before;
        before = means;
        means = older;
        byte[] codes = luma.codes();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long block = 0;
                for (int y = row * SIDE; y < (row + 1) * SIDE; y++) {
                    block += Codes.sums(Codes.word(codes, luma.rowStart(y) + column * SIDE));
                }
                means[row * columns + column] = (int) Codes.total(block);
            }
        }
    }

    /** Blocks that differ from the picture before. */
    private int moved(double limit) {
        int moved = 0;
        for (int i = 0; i < means.length; i++) {
            moved += Math.abs(means[i] - before[i]) > limit ? 1 : 0;
        }
        return moved;
    }

    /** Blocks that differ from what they were when they last changed; they change with this picture. */
    private int changed(double limit) {
        int changed = 0;
        for (int i = 0; i < means.length; i++) {
            if (Math.abs(means[i] - stood[i]) > limit) {
                unchanged.changes(changedAtNs[i]);
                nearlyStill.changes(changedAtNs[i]);
                stood[i] = means[i];
                changedAtNs[i] = nowNs;
                changed++;
            }
        }
        return changed;
    }

    /** The time since which no more than a share of the blocks has changed. */
    private final class Standing {
        private final double share;
        private long sinceNs;
        private long ns;
        private int changed;

        Standing(double share) {
            this.share = share;
        }

        /** A block changes that did so before at that time. */
        void changes(long beforeNs) {
            changed += beforeNs <= sinceNs ? 1 : 0;
        }

        /** Moves on until few enough have changed later. */
        void advance(int changedNow) {
            int most = (int) (share * means.length);
            if (changedNow > most) {
                sinceNs = nowNs;
                changed = 0;
            }
            while (changed > most) {
                next();
            }
        }

        private void next() {
            long next = Long.MAX_VALUE;
            int together = 0;
            for (long at : changedAtNs) {
                if (at > sinceNs && at <= next) {
                    together = at == next ? together + 1 : 1;
                    next = at;
                }
            }
            sinceNs = next;
            changed -= together;
        }

        void lasts(long untilNs) {
            ns = untilNs - sinceNs;
        }
    }
}
