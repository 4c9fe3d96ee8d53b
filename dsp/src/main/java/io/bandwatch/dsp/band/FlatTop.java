package io.bandwatch.dsp.band;

import io.bandwatch.dsp.spectrum.NoiseFloor;
import java.util.Arrays;

/**
 * Tells the spectrum of many carriers side by side from that of one that is frequency-modulated: level from edge to edge, then
 * down by 10 dB within two cells of 10 kHz. A station's spectrum is round within a frame or stands in lines, and the skirt of
 * a strong neighbour slopes.
 */
final class FlatTop {
    private static final double CELL_HZ = 10e3;
    private static final double NARROWEST_HZ = 60e3;
    private static final double WIDEST_HZ = 220e3;

    /** 2 dB: many times the scatter of a cell, of which 2000 values make the mean. */
    private static final double LEVEL = 1.58;

    /** 3 dB: a bin is the mean of hundreds of looks. */
    private static final double LEVEL_OF_A_BIN = 2.0;

    private static final double LEVEL_BINS = 0.9;
    private static final double BEYOND_AN_EDGE = 0.1;
    private static final int EDGE_CELLS = 2;
    private static final int MIDDLE_CELLS = 5;

    private FlatTop() {}

    /** Width of the flat top of an emission, Hz; 0 where it has none. */
    static double widthHz(Emission emission, NoiseFloor floor) {
        double stepHz = floor.spectrum().stepHz();
        int cell = (int) Math.round(CELL_HZ / stepHz);
        if (cell < 1) {
            return 0;
        }
        int middle = (int) Math.round(emission.centroid());
        double[] around = new double[MIDDLE_CELLS];
        for (int c = 0; c < MIDDLE_CELLS; c++) {
            around[c] = mean(floor, middle, cell, c - MIDDLE_CELLS / 2);
        }
        Arrays.sort(around);
        double top = around[MIDDLE_CELLS / 2];
        int below = edge(floor, middle, cell, top, -1);
        int above = edge(floor, middle, cell, top, 1);
        double widthHz = (above - below - 1) * cell * stepHz;
        if (!(top > 0) || widthHz < NARROWEST_HZ || widthHz > WIDEST_HZ) {
            return 0;
        }
        int from = middle - cell / 2;
        boolean falls = falls(floor, middle, cell, top, below, -1) || falls(floor, middle, cell, top, above, 1);
        return falls && isWithoutLines(floor, from + (below + 1) * cell, from + above * cell, top) ? widthHz : 0;
    }

    /** Whether it goes down at an edge, and at once: the slow swing of a station has horns there. */
    private static boolean falls(NoiseFloor floor, int middle, int cell, double top, int edge, int direction) {
        return mean(floor, middle, cell, edge) < top
                && mean(floor, middle, cell, edge + direction * (EDGE_CELLS - 1)) < BEYOND_AN_EDGE * top;
    }

    /** Carriers side by side fill every bin; those of a tone's spectrum leave most of them empty. */
    private static boolean isWithoutLines(NoiseFloor floor, int from, int to, double top) {
        int level = 0;
        for (int i = from; i < to; i++) {
            double excess = floor.excess(i);
            level += excess > top / LEVEL_OF_A_BIN && excess < top * LEVEL_OF_A_BIN ? 1 : 0;
        }
        return level >= LEVEL_BINS * (to - from);
    }

    /** The first cell in a direction that is not level with the top. */
    private static int edge(NoiseFloor floor, int middle, int cell, double top, int direction) {
        int c = 0;
        int most = (int) (WIDEST_HZ / CELL_HZ);
        while (Math.abs(c) <= most) {
            double here = mean(floor, middle, cell, c);
            if (!(here > top / LEVEL && here < top * LEVEL)) {
                return c;
            }
            c += direction;
        }
        return c;
    }

    /** Mean excess of the cell that lies so many cells from the middle; 0 beyond the spectrum. */
    private static double mean(NoiseFloor floor, int middle, int cell, int cells) {
        int from = middle + cells * cell - cell / 2;
        if (from < 0 || from + cell > floor.power().length) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < from + cell; i++) {
            sum += floor.excess(i);
        }
        return sum / cell;
    }
}
