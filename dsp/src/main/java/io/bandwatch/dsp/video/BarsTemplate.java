package io.bandwatch.dsp.video;

import io.bandwatch.signal.av.BarsKind;

/** The columns of colour bars, with the colours as shares of full drive. */
record BarsTemplate(BarsKind kind, double[] edges, double[][] colours) {
    /** White, yellow, cyan, green, magenta, red, blue, black: by falling brightness, in every standard. */
    private static final double[][] ORDER = {
        {1, 1, 1}, {1, 1, 0}, {0, 1, 1}, {0, 1, 0}, {1, 0, 1}, {1, 0, 0}, {0, 0, 1}, {0, 0, 0}
    };

    private static final double THREE_QUARTERS = 0.75;

    /** SMPTE RP 219: grey at the edges, an eighth of the width each. */
    private static final double EDGE_GREY = 0.4;

    private static final double EDGE_SHARE = 0.125;

    static BarsTemplate[] all() {
        return new BarsTemplate[] {
            new BarsTemplate(BarsKind.EBU_75, even(8, 0, 1), columns(8, THREE_QUARTERS)),
            new BarsTemplate(BarsKind.EBU_100, even(8, 0, 1), columns(8, 1)),
            new BarsTemplate(BarsKind.SMPTE, even(7, 0, 1), columns(7, THREE_QUARTERS)),
            highDefinition()
        };
    }

    private static BarsTemplate highDefinition() {
        double[] inner = even(7, EDGE_SHARE, 1 - EDGE_SHARE);
        double[] edges = new double[10];
        System.arraycopy(inner, 0, edges, 1, inner.length);
        edges[9] = 1;
        double[][] colours = new double[9][];
        System.arraycopy(columns(7, THREE_QUARTERS), 0, colours, 1, 7);
        colours[0] = new double[] {EDGE_GREY, EDGE_GREY, EDGE_GREY};
        colours[8] = colours[0];
        return new BarsTemplate(BarsKind.SMPTE_HD, edges, colours);
    }

    private static double[] even(int count, double from, double to) {
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = from + (to - from) * i / count;
        }
        return edges;
    }

    private static double[][] columns(int count, double drive) {
        double[][] colours = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] order = ORDER[i];
            colours[i] = new double[] {order[0] * drive, order[1] * drive, order[2] * drive};
        }
        return colours;
    }

    /** Luma, 0 to 1, and both colour differences, -0.5 to 0.5, at a share of the width (ITU-R BT.601, 2.5). */
    double[] at(double share) {
        int column = 0;
        while (column < colours.length - 1 && share >= edges[column + 1]) {
            column++;
        }
        double[] rgb = colours[column];
        double luma = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
        return new double[] {luma, (rgb[2] - luma) / 1.772, (rgb[0] - luma) / 1.402};
    }
}
