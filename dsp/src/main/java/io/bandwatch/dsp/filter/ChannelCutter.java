package io.bandwatch.dsp.filter;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.fft.ColumnFft;

/**
 * Cuts channels out of blocks, many blocks at once: a column of the transform each. Bins are laid into the columns, and
 * samples taken out of the rows, some at a time, because what lies side by side on one side lies far apart on the other.
 *
 * <p>Not thread-safe; allocates nothing after construction.
 */
public final class ChannelCutter {
    /** More columns than this do not stay in the cache, fewer leave the loops over them short. */
    private static final int MOST_COLUMNS = 256;

    private static final int COLUMNS_AT_ONCE = 8;
    private static final int ROWS_AT_ONCE = 4;

    /** Of quarters of a turn. */
    private static final float[] COSINES = {1f, 0f, -1f, 0f};

    private final ChannelBank bank;
    private final ColumnFft backward;
    private final float[][] bins;
    private final float[] cos;
    private final float[] sin;
    private final float[] back;
    private final float[][] rowsRe;
    private final float[][] rowsIm;

    ChannelCutter(ChannelBank bank, int mostBlocks) {
        this.bank = bank;
        int batches = Math.max(1, (mostBlocks + MOST_COLUMNS - 1) / MOST_COLUMNS);
        int columns = whole((mostBlocks + batches - 1) / batches);
        this.backward = new ColumnFft(bank.channelSize(), columns);
        this.bins = new float[COLUMNS_AT_ONCE][2 * bank.channelSize()];
        this.cos = new float[columns];
        this.sin = new float[columns];
        this.back = new float[columns];
        this.rowsRe = new float[ROWS_AT_ONCE][columns];
        this.rowsIm = new float[ROWS_AT_ONCE][columns];
    }

    private static int whole(int columns) {
        return (columns + COLUMNS_AT_ONCE - 1) / COLUMNS_AT_ONCE * COLUMNS_AT_ONCE;
    }

    /**
     * Cuts the same channel out of several blocks and joins what is kept of them. Moving bins to 0 turns each block by
     * three quarters of a turn a bin; that is taken back, so that blocks join without a step of phase.
     *
     * @param from first block
     * @param to block after the last
     * @param stride 1, or a larger number for every so many blocks only, which then do not join
     * @param run where the samples go, {@link ChannelBank#kept} of them a block; its time 0 is that of the first block's
     *     start plus {@link ChannelBank#dropped} samples
     */
    public void cut(
            ChannelBank.Channel channel, BlockSpectra spectra, int from, int to, int stride, ChannelSamples run) {
        int blocks = Math.max(0, (to - from + stride - 1) / stride);
        run.start(blocks * bank.kept(), channel.zeroHz());
        for (int done = 0; done < blocks; done += backward.mostColumns()) {
            int columns = Math.min(backward.mostColumns(), blocks - done);
            for (int c = 0; c < columns; c++) {
                int quarters = channel.quarters((done + c) * stride);
                cos[c] = COSINES[quarters];
                sin[c] = COSINES[(quarters + 3) & 3];
                back[c] = -sin[c];
            }
            load(channel, spectra, from + done * stride, stride, columns);
            backward.inverse(whole(columns));
            take(columns, done * bank.kept(), run);
        }
    }

    /** Columns beyond the last, up to a whole group, repeat it. */
    private void load(ChannelBank.Channel channel, BlockSpectra spectra, int first, int stride, int columns) {
        for (int c = 0; c < columns; c += COLUMNS_AT_ONCE) {
            for (int i = 0; i < COLUMNS_AT_ONCE; i++) {
                channel.copy(spectra.bins(first + Math.min(c + i, columns - 1) * stride), bins[i]);
            }
            lay(channel.weights(), 0, backward.re(), c);
            lay(channel.weights(), 1, backward.im(), c);
        }
    }

    /** Written out: a loop over the group would read its bounds again for each value. */
    private void lay(float[] weights, int part, float[][] rows, int column) {
        float[] b0 = bins[0];
        float[] b1 = bins[1];
        float[] b2 = bins[2];
        float[] b3 = bins[3];
        float[] b4 = bins[4];
        float[] b5 = bins[5];
        float[] b6 = bins[6];
        float[] b7 = bins[7];
        for (int k = 0; k < weights.length; k++) {
            float weight = weights[k];
            float[] row = rows[k];
            int from = 2 * k + part;
            row[column] = weight * b0[from];
            row[column + 1] = weight * b1[from];
            row[column + 2] = weight * b2[from];
            row[column + 3] = weight * b3[from];
            row[column + 4] = weight * b4[from];
            row[column + 5] = weight * b5[from];
            row[column + 6] = weight * b6[from];
            row[column + 7] = weight * b7[from];
        }
    }

    private void take(int columns, int at, ChannelSamples run) {
        for (int n = 0; n < bank.kept(); n += ROWS_AT_ONCE) {
            for (int i = 0; i < ROWS_AT_ONCE; i++) {
                int row = backward.row(bank.dropped() + n + i);
                turn(backward.re()[row], backward.im()[row], cos, sin, rowsRe[i], columns);
                turn(backward.im()[row], backward.re()[row], cos, back, rowsIm[i], columns);
            }
            put(rowsRe, columns, run.re(), at + n, bank.kept());
            put(rowsIm, columns, run.im(), at + n, bank.kept());
        }
    }

    private static void turn(float[] x, float[] y, float[] cos, float[] sin, float[] out, int columns) {
        for (int c = 0; c < columns; c++) {
            out[c] = cos[c] * x[c] - sin[c] * y[c];
        }
    }

    private static void put(float[][] rows, int columns, float[] out, int first, int distance) {
        float[] r0 = rows[0];
        float[] r1 = rows[1];
        float[] r2 = rows[2];
        float[] r3 = rows[3];
        for (int c = 0; c < columns; c++) {
            int at = first + c * distance;
            out[at] = r0[c];
            out[at + 1] = r1[c];
            out[at + 2] = r2[c];
            out[at + 3] = r3[c];
        }
    }
}
