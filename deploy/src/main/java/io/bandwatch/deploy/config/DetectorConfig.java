package io.bandwatch.deploy.config;

import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
import io.bandwatch.samples.yaml.ScenarioException;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.time.Duration;

/**
 * Knobs of the detectors; what is not told is as in {@code replay}.
 *
 * @param unlicensed of unlicensed carriers
 * @param lost of lost carriers
 */
public record DetectorConfig(UnlicensedCarrierSettings unlicensed, CarrierLostSettings lost) {
    private static final Duration MOST = Duration.ofDays(366);

    public static final DetectorConfig DEFAULT =
            new DetectorConfig(UnlicensedCarrierSettings.DEFAULT, CarrierLostSettings.DEFAULT);

    static DetectorConfig read(Section detectors) {
        DetectorConfig read = new DetectorConfig(
                detectors.has("unlicensed-carrier")
                        ? unlicensed(detectors.section("unlicensed-carrier"))
                        : DEFAULT.unlicensed(),
                detectors.has("carrier-lost") ? lost(detectors.section("carrier-lost")) : DEFAULT.lost());
        detectors.end();
        return read;
    }

    private static UnlicensedCarrierSettings unlicensed(Section keys) {
        UnlicensedCarrierSettings usual = UnlicensedCarrierSettings.DEFAULT;
        UnlicensedCarrierSettings read = new UnlicensedCarrierSettings(
                keys.quantity("on-snr", Quantity.RATIO_DB, usual.onSnrDb()),
                keys.quantity("off-snr", Quantity.RATIO_DB, usual.offSnrDb()),
                duration(keys, "hold", usual.hold()),
                duration(keys, "escalate-after", usual.escalateAfter()),
                duration(keys, "clear", usual.clear()),
                duration(keys, "forget-after", usual.forgetAfter()),
                keys.quantity("return-within", Quantity.FREQUENCY, usual.returnHz()));
        keys.end();
        if (read.offSnrDb() > read.onSnrDb()) {
            throw either(
                    keys,
                    "off-snr",
                    "on-snr",
                    "a carrier that is there would be gone at once; off-snr is not above on-snr");
        }
        if (read.escalateAfter().compareTo(read.hold()) < 0) {
            throw either(
                    keys,
                    "escalate-after",
                    "hold",
                    "what is not told yet cannot escalate; escalate-after is not below hold");
        }
        if (!(read.returnHz() >= 0)) {
            throw keys.problem("return-within", "must not be below 0 Hz");
        }
        return read;
    }

    private static CarrierLostSettings lost(Section keys) {
        CarrierLostSettings usual = CarrierLostSettings.DEFAULT;
        CarrierLostSettings read = new CarrierLostSettings(
                duration(keys, "received", usual.received()),
                duration(keys, "warn", usual.warn()),
                duration(keys, "alarm", usual.alarm()),
                duration(keys, "clear", usual.clear()));
        keys.end();
        if (read.alarm().compareTo(read.warn()) < 0) {
            throw either(keys, "alarm", "warn", "an alarm comes after its warning; alarm is not below warn");
        }
        return read;
    }

    /** A problem of two keys, at the one that is there. */
    private static ScenarioException either(Section keys, String one, String other, String what) {
        return keys.problem(keys.has(one) ? one : other, what);
    }

    /** A time of a key, not below 0 and not above a year. */
    static Duration duration(Section keys, String key, Duration otherwise) {
        if (!keys.has(key)) {
            return otherwise;
        }
        double seconds = keys.quantity(key, Quantity.DURATION);
        if (!(seconds >= 0)) {
            throw keys.problem(key, "must not be below 0 s");
        }
        if (seconds > MOST.toSeconds()) {
            throw keys.problem(key, "must not be above " + MOST.toDays() + " d");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
