package io.bandwatch.detectors.licences;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;
import static io.bandwatch.detectors.Reason.Weight.STRONG;
import static io.bandwatch.detectors.Reason.Weight.WEAK;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what explains a carrier: the register entry at its frequency, or none. Where several entries share a frequency,
 * the one that explains it best speaks. Without a register nothing is licensed or unlicensed. Where the time is unknown,
 * validity and hours are not applied, and a verdict that they would touch says so.
 */
public final class LicenceJudge implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable LicenceRegister register;
    private final JudgeSettings settings;

    public LicenceJudge(@Nullable LicenceRegister register, JudgeSettings settings) {
        this.register = register;
        this.settings = settings;
    }

    /** Short hash of the register that is consulted, empty without one. */
    public String registerVersion() {
        return register == null ? "" : register.version();
    }

    /** The entry with this id. */
    public Optional<LicenceEntry> entry(String id) {
        return register == null ? Optional.empty() : register.byId(id);
    }

    /** How far a station may be off its frequency, Hz. */
    public double toleranceHz(LicenceEntry entry) {
        return entry.erpW() != null && entry.erpW() > settings.highPowerW()
                ? settings.highPowerToleranceHz()
                : settings.lowPowerToleranceHz();
    }

    /** Beyond which measured offset it is off, what the measurement may add included, Hz. */
    public double offsetLimitHz(LicenceEntry entry) {
        return toleranceHz(entry) + settings.measurementUncertaintyHz();
    }

    /** The first entry with this programme identification. */
    public Optional<LicenceEntry> entryWithPi(String pi) {
        return register == null
                ? Optional.empty()
                : register.entries().stream()
                        .filter(entry -> pi.equals(entry.pi()))
                        .findFirst();
    }

    /** What explains this carrier. */
    public Judgement judge(Sighting sighting) {
        if (register == null) {
            return new Judgement(Verdict.UNDETERMINED, null, List.of(Reason.of(ReasonCode.NO_REGISTER, DECISIVE)));
        }
        double reachHz = Math.max(settings.reachHz(), sighting.frequencyUncertaintyHz());
        return register.near(sighting.frequencyHz(), reachHz).stream()
                .map(entry -> judge(entry, sighting))
                .min(bestFirst(sighting))
                .orElseGet(() -> unexplained(sighting, reachHz));
    }

    private Judgement judge(LicenceEntry entry, Sighting sighting) {
        List<Reason> reasons = new ArrayList<>();
        Verdict verdict = byTime(entry, sighting, reasons);
        if (verdict != Verdict.UNLICENSED) {
            verdict = byFrequency(entry, sighting, verdict, reasons);
        }
        if (!sighting.timeKnown() && entry.dependsOnTime()) {
            reasons.add(Reason.of(ReasonCode.TIME_UNKNOWN, WEAK));
        }
        return new Judgement(verdict, entry, List.copyOf(reasons));
    }

    private static Verdict byTime(LicenceEntry entry, Sighting sighting, List<Reason> reasons) {
        if (sighting.timeKnown() && !entry.hasBegun(sighting.at())) {
            String from = String.valueOf(entry.validFrom());
            reasons.add(Reason.of(ReasonCode.NOT_YET_VALID, DECISIVE, entry.id(), from));
            return Verdict.UNLICENSED;
        }
        if (sighting.timeKnown() && entry.hasExpired(sighting.at())) {
            String to = String.valueOf(entry.validTo());
            reasons.add(Reason.of(ReasonCode.EXPIRED, DECISIVE, entry.id(), to));
            return Verdict.UNLICENSED;
        }
        StationClass stationClass = entry.stationClass();
        Reason found = Reason.of(ReasonCode.REGISTER_ENTRY, DECISIVE, entry.id(), entry.name(), stationClass.code());
        if (sighting.timeKnown() && !entry.hours().contains(sighting.at())) {
            reasons.add(Reason.of(
                    ReasonCode.OUTSIDE_HOURS,
                    DECISIVE,
                    entry.id(),
                    entry.hours().text()));
            reasons.add(found);
            return stationClass.mustBeOnAir() ? Verdict.LICENSED_OUT_OF_PARAMETERS : Verdict.UNLICENSED;
        }
        reasons.add(found);
        return stationClass.verdict();
    }

    /** Only what is licensed is held to its tolerance; to an authorised emission the offset is told as a remark. */
    private Verdict byFrequency(LicenceEntry entry, Sighting sighting, Verdict verdict, List<Reason> reasons) {
        double offsetHz = sighting.frequencyHz() - entry.frequencyHz();
        double limitHz = offsetLimitHz(entry) + sighting.frequencyUncertaintyHz();
        boolean judged = verdict != Verdict.FOREIGN && verdict != Verdict.MICROPOWER;
        if (!judged || sighting.snrDb() < settings.minOffsetSnrDb() || Math.abs(offsetHz) <= limitHz) {
            return verdict;
        }
        reasons.add(Reason.of(
                ReasonCode.FREQUENCY_OFFSET,
                STRONG,
                String.format(Locale.ROOT, "%+.0f", offsetHz),
                String.format(Locale.ROOT, "%.0f", toleranceHz(entry))));
        return verdict == Verdict.LICENSED ? Verdict.LICENSED_OUT_OF_PARAMETERS : verdict;
    }

    private static Judgement unexplained(Sighting sighting, double reachHz) {
        Reason none = Reason.of(
                ReasonCode.NO_REGISTER_ENTRY,
                DECISIVE,
                String.format(Locale.ROOT, "%.4f", sighting.frequencyHz() / 1e6),
                String.format(Locale.ROOT, "%.0f", reachHz / 1e3));
        return new Judgement(Verdict.UNLICENSED, null, List.of(none));
    }

    /** Full explanation before partial, partial before none; then the nearest frequency, then the id. */
    private static Comparator<Judgement> bestFirst(Sighting sighting) {
        return Comparator.<Judgement>comparingInt(judgement -> switch (judgement.verdict()) {
                    case UNLICENSED -> 2;
                    case LICENSED_OUT_OF_PARAMETERS -> 1;
                    case LICENSED, RELAY_NOT_REGISTERED, AUTHORISED, FOREIGN, MICROPOWER, ARTEFACT, UNDETERMINED -> 0;
                })
                .thenComparingDouble(judgement ->
                        Math.abs(Objects.requireNonNull(judgement.entry()).frequencyHz() - sighting.frequencyHz()))
                .thenComparing(
                        judgement -> Objects.requireNonNull(judgement.entry()).id());
    }
}
