package io.bandwatch.deploy.cli.acceptance.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of time.
 *
 * @param toS infinite where it had not ended
 */
record Span(double fromS, double toS) {
    /** Whether two are the same to within a tolerance; what lasts to the end may be told as ended there, or not. */
    boolean isNear(Span other, double toleranceS, double endS) {
        return Math.abs(fromS - other.fromS) <= toleranceS
                && Math.abs(Math.min(toS, endS) - Math.min(other.toS, endS)) <= toleranceS;
    }

    boolean contains(Span other, double toleranceS, double endS) {
        return fromS <= other.fromS + toleranceS && Math.min(toS, endS) >= Math.min(other.toS, endS) - toleranceS;
    }

    double lengthS(double endS) {
        return Math.min(toS, endS) - fromS;
    }

    /** Those of some that none of others is near. */
    static List<Span> only(List<Span> some, List<Span> others, double toleranceS, double endS) {
        List<Span> only = new ArrayList<>();
        for (Span span : some) {
            if (others.stream().noneMatch(other -> span.isNear(other, toleranceS, endS))) {
                only.add(span);
            }
        }
        return only;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f..%.3f s", fromS, toS);
    }
}
