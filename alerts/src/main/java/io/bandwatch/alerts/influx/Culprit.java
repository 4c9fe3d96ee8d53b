package io.bandwatch.alerts.influx;

import java.io.IOException;
import java.util.List;

/**
 * The line for which a store refused others with it.
 *
 * @param line the line
 * @param answer what the store said of it
 */
record Culprit(String line, String answer) {
    /**
     * Halves the lines until the one at fault stands alone. Lines written twice on the way overwrite themselves.
     *
     * @param refused lines which the store has refused
     * @param answer what it said
     * @throws IOException if the store could not be reached meanwhile, or takes nothing at all now
     */
    static Culprit among(List<String> refused, StoreRefusedException answer, PointStore store) throws IOException {
        List<String> suspects = refused;
        String said = String.valueOf(answer.getMessage());
        while (suspects.size() > 1) {
            List<String> half = suspects.subList(0, suspects.size() / 2);
            try {
                store.write(half);
                suspects = suspects.subList(suspects.size() / 2, suspects.size());
            } catch (StoreRefusedException again) {
                again.throwUnlessOfPoints();
                suspects = half;
                said = String.valueOf(again.getMessage());
            }
        }
        return new Culprit(suspects.get(0), said);
    }
}
