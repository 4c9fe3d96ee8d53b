package io.bandwatch.dsp.fft;

/**
 * The spectra of a run of samples in overlapping blocks, each transformed once for all who need it: the averaged spectrum,
 * and every channel that is cut out afterwards. Blocks advance by three quarters of their length.
 *
 * <p>The blocks are laid so that one starts at the first sample of a frame; as many as fit stand before it, in its
 * lead-in.
 *
 * <p>Blocks do not depend on each other, so that workers may share them. All else is for one thread. Allocates nothing after
 * construction.
 */
public final class BlockSpectra {
    private final int size;
    private final Fft[] transforms;
    private final float[][] bins;
    private final double[] energy;
    private float[] re = {};
    private float[] im = {};
    private int start;
    private int leading;
    private int blocks;

    /**
     * @param blockSize samples of a block, a power of two of at least 8
     * @param mostSamples longest run: a frame with its lead-in
     * @param workers how many may transform at the same time
     */
    public BlockSpectra(int blockSize, int mostSamples, int workers) {
        this.size = blockSize;
        this.transforms = new Fft[workers];
        for (int w = 0; w < workers; w++) {
            transforms[w] = new Fft(blockSize);
        }
        int most = mostSamples < size ? 0 : (mostSamples - size) / hop() + 1;
        this.bins = new float[most][2 * blockSize];
        this.energy = new double[most];
    }

    /**
     * Takes a run; nothing is transformed yet.
     *
     * @param re in-phase samples: the lead-in, then the frame
     * @param im quadrature samples, same length
     * @param lead samples of the lead-in
     * @param count samples of the frame
     */
    public void take(float[] re, float[] im, int lead, int count) {
        this.re = re;
        this.im = im;
        this.leading = lead / hop();
        this.start = lead - leading * hop();
        int samples = lead + count - start;
        this.blocks = samples < size ? 0 : (samples - size) / hop() + 1;
    }

    /** Transforms a block of the run. */
    public void transform(int worker, int block) {
        int from = start + block * hop();
        energy[block] = squares(from);
        float[] data = bins[block];
        for (int i = 0; i < size; i++) {
            data[2 * i] = re[from + i];
            data[2 * i + 1] = im[from + i];
        }
        transforms[worker].forward(data);
    }

    private double squares(int from) {
        float a = 0.0f;
        float b = 0.0f;
        for (int i = from; i < from + size; i += 2) {
            a += re[i] * re[i] + im[i] * im[i];
            b += re[i + 1] * re[i + 1] + im[i + 1] * im[i + 1];
        }
        return a + b;
    }

    /** Samples of a block. */
    public int size() {
        return size;
    }

    /** Samples from the start of one block to the start of the next. */
    public int hop() {
        return size / 4 * 3;
    }

    /** The most blocks that a run may have. */
    public int mostBlocks() {
        return bins.length;
    }

    /** Blocks of this run. */
    public int blocks() {
        return blocks;
    }

    /** The block that starts at the first sample of the frame. */
    public int firstOfFrame() {
        return leading;
    }

    /** Sample of the run at which block 0 starts. */
    public int start() {
        return start;
    }

    /** Spectrum of a block that was transformed, interleaved, as {@link Fft#forward} leaves it; not to be changed. */
    public float[] bins(int block) {
        return bins[block];
    }

    /** Sum of the squares of a transformed block's samples. */
    public double energy(int block) {
        return energy[block];
    }
}
