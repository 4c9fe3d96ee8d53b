package io.bandwatch.alerts.series;

/**
 * A field of a measurement.
 *
 * @param name name in the store
 * @param unit its unit; {@code 1} for counts and shares, empty for texts
 * @param fold what many values become
 * @param extremes whether the smallest and the largest are kept as well when they are rolled up
 */
public record Field(String name, String unit, Fold fold, boolean extremes) {
    static Field number(String name, String unit, Fold fold) {
        return new Field(name, unit, fold, false);
    }

    static Field text(String name) {
        return new Field(name, "", Fold.LAST, false);
    }

    Field withExtremes() {
        return new Field(name, unit, fold, true);
    }

    public boolean isText() {
        return unit.isEmpty();
    }

    /** Name of the column of the smallest value. */
    public String least() {
        return name + "_min";
    }

    /** Name of the column of the largest value. */
    public String greatest() {
        return name + "_max";
    }
}
