package io.bandwatch.dsp.video;

/** Brightness of one picture. Not thread-safe; allocates nothing. */
final class LumaMeter {
    private final double blackLevel;
    private long black;
    private long sum;
    private long squares;
    private int size;

    LumaMeter(double blackLevel) {
        this.blackLevel = blackLevel;
    }

    void measure(Picture picture) {
        Plane luma = picture.luma();
        int limit = picture.blackCode() + (int) (blackLevel * picture.codeRange());
        black = 0;
        sum = 0;
        squares = 0;
        size = luma.size();
        for (int y = 0; y < luma.height(); y++) {
            row(luma.codes(), luma.rowStart(y), luma.width(), limit);
        }
    }

    private void row(byte[] codes, int from, int count, int limit) {
        int words = count / Codes.WORD;
        for (int done = 0; done < words; ) {
            int run = Math.min(words, done + Codes.RUN);
            long sums = 0;
            long blacks = 0;
            for (; done < run; done++) {
                long word = Codes.word(codes, from + done * Codes.WORD);
                sums += Codes.sums(word);
                blacks += Codes.upTo(word, limit);
            }
            sum += Codes.total(sums);
            black += Codes.total(blacks);
        }
        for (int i = from + words * Codes.WORD; i < from + count; i++) {
            int code = codes[i] & 0xff;
            black += code <= limit ? 1 : 0;
            sum += code;
        }
        squares += squares(codes, from, count);
    }

    private static long squares(byte[] codes, int from, int count) {
        long squares = 0;
        for (int i = from; i < from + count; i++) {
            int code = codes[i] & 0xff;
            squares += (long) code * code;
        }
        return squares;
    }

    /** Share of pixels that are black. */
    double blackShare() {
        return (double) black / size;
    }

    /** Mean code. */
    double mean() {
        return (double) sum / size;
    }

    /** Standard deviation, codes. */
    double deviation() {
        double mean = mean();
        return Math.sqrt(Math.max(0.0, (double) squares / size - mean * mean));
    }
}
