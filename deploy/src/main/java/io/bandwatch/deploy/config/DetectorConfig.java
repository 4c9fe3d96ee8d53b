package io.bandwatch.deploy.config;

import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
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
        return read;
    }

    /** A time of a key, not below 0. */
    static Duration duration(Section keys, String key, Duration otherwise) {
        if (!keys.has(key)) {
            return otherwise;
        }
        double seconds = keys.quantity(key, Quantity.DURATION);
        if (!(seconds >= 0)) {
            throw keys.problem(key, "must not be below 0 s");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
