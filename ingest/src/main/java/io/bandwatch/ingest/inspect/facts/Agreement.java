package io.bandwatch.ingest.inspect.facts;

import io.bandwatch.ingest.RecordingOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings together what container, file name and options say of rate and centre; they must agree. */
public final class Agreement {
    /** Rates and centres that were given exactly agree within this, Hz. */
    private static final double EXACT_HZ = 1;

    private final IqFacts container;
    private final NameFacts name;
    private final RecordingOptions options;

    public Agreement(IqFacts container, NameFacts name, RecordingOptions options) {
        this.container = container;
        this.name = name;
        this.options = options;
    }

    public double rateHz() throws Defect {
        Said said = new Said("rate", "S/s", container.rateHz(), options.rateHz(), name.rate());
        return said.agreed("give it with --rate, like --rate \"2.4 MS/s\"");
    }

    public double centerHz() throws Defect {
        Said said = new Said("center", "Hz", container.centerHz(), options.centerHz(), name.center());
        return said.agreed("give it with --center, like --center \"98 MHz\"");
    }

    /** What three sources say of one number. */
    private final class Said {
        private final String what;
        private final String unit;
        private final @Nullable Double inContainer;
        private final @Nullable Double asked;
        private final NameFacts.@Nullable Rounded named;

        Said(
                String what,
                String unit,
                @Nullable Double inContainer,
                @Nullable Double asked,
                NameFacts.@Nullable Rounded named) {
            this.what = what;
            this.unit = unit;
            this.inContainer = inContainer;
            this.asked = asked;
            this.named = named;
        }

        double agreed(String remedy) throws Defect {
            Double exact = inContainer != null ? inContainer : asked;
            if (exact == null && named == null) {
                throw new Defect(
                        "no-" + what,
                        "neither " + container.source() + " nor the file name tells the " + what + "; " + remedy);
            }
            if (inContainer != null && asked != null && Math.abs(inContainer - asked) > EXACT_HZ) {
                throw contradiction(container.source(), inContainer, "--" + what, asked);
            }
            if (exact != null && named != null && !named.agreesWith(exact)) {
                String source = inContainer != null ? container.source() : "--" + what;
                throw contradiction(source, exact, "the file name", named.value());
            }
            double value = exact != null ? exact : Objects.requireNonNull(named).value();
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new Defect(
                        "bad-" + what, "the " + what + " is " + number(value) + " " + unit + "; it must be above zero");
            }
            return value;
        }

        private Defect contradiction(String one, double oneSays, String other, double otherSays) {
            return new Defect(
                    "contradictory-" + what,
                    one + " says " + number(oneSays) + " " + unit + ", " + other + " says " + number(otherSays) + " "
                            + unit + "; correct the wrong one");
        }

        private String number(double value) {
            return new java.math.BigDecimal(value)
                    .setScale(3, java.math.RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
