package io.bandwatch.deploy.cli.acceptance.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A programme on air.
 *
 * @param name of its feed
 * @param way its pictures came
 * @param replaced what is replaced in its insertions
 * @param laterS how much later it comes than the reference, s
 * @param insertions in order
 */
record Broadcast(String name, PictureWay way, Replaced replaced, double laterS, List<Insertion> insertions) {
    /** Length of a programme, s. */
    static final int SECONDS = 125;

    private static final int[] LENGTHS = {5, 8, 12, 20};
    private static final double PICTURES_PER_S = 25;
    private static final double MOST_LATER_S = 15;

    /**
     * An insertion.
     *
     * @param fromS second of the programme with which it begins
     * @param toS second of the programme behind it
     */
    record Insertion(double fromS, double toS) {}

    /** One with an insertion of each length, in any order; none where nothing is replaced. */
    static Broadcast any(String name, PictureWay way, Replaced replaced, SplittableRandom random) {
        List<Integer> lengths = new ArrayList<>();
        for (int length : LENGTHS) {
            lengths.add(random.nextInt(lengths.size() + 1), length);
        }
        List<Insertion> insertions = new ArrayList<>();
        double fromS = 14;
        for (int length : replaced == Replaced.NOTHING ? List.<Integer>of() : lengths) {
            fromS = onPicture(fromS + 5 * random.nextDouble());
            insertions.add(new Insertion(fromS, fromS + length));
            fromS += length + 9;
        }
        return new Broadcast(name, way, replaced, onPicture(MOST_LATER_S * random.nextDouble()), insertions);
    }

    private static double onPicture(double seconds) {
        return Math.rint(seconds * PICTURES_PER_S) / PICTURES_PER_S;
    }
}
