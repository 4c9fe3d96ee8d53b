package io.bandwatch.detectors.verdict;

import static io.bandwatch.detectors.Reason.Weight.DECISIVE;
import static io.bandwatch.detectors.Reason.Weight.MEDIUM;
import static io.bandwatch.detectors.Reason.Weight.STRONG;
import static io.bandwatch.detectors.Reason.Weight.WEAK;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.artefact.ArtefactJudge;
import io.bandwatch.detectors.artefact.ArtefactOpinion;
import io.bandwatch.detectors.artefact.ReferenceClock;
import io.bandwatch.detectors.evidence.Change;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Likeness;
import io.bandwatch.detectors.evidence.Opening;
import io.bandwatch.detectors.level.LevelShift;
import io.bandwatch.detectors.licences.Judgement;
import io.bandwatch.detectors.licences.LicenceEntry;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.Sighting;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.reception.ModulationKind;
import io.bandwatch.signal.ChannelRaster;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weighs everything that is known of a carrier: the register first, then what it carries, how it came, and what it might
 * be instead. Evidence that only a pirate shows is decisive; what many honest stations show, too, is weak and never moves a
 * verdict by itself.
 */
public final class VerdictJudge implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final ArtefactJudge ARTEFACTS = new ArtefactJudge();

    /** How surely a carrier at a registered frequency must be an artefact to be called one. */
    private static final double SURE_AT_A_ROW = 0.9;

    /** Two crystals agree to a part in ten million by luck only: 10 Hz at 100 MHz. */
    private static final double NEVER_SO_NEAR_HZ = 10;

    private final LicenceJudge licences;
    private final VerdictSettings settings;

    public VerdictJudge(LicenceJudge licences, VerdictSettings settings) {
        this.licences = licences;
        this.settings = settings;
    }

    /** The register that is consulted. */
    public LicenceJudge licences() {
        return licences;
    }

    /** What explains this carrier. */
    public Assessment judge(Sighting sighting, Evidence evidence) {
        Judgement judgement = licences.judge(sighting);
        LicenceEntry entry = judgement.entry();
        List<Reason> reasons = new ArrayList<>(judgement.reasons());
        boolean takenOver = false;
        Verdict verdict = judgement.verdict();
        ArtefactOpinion artefact = ARTEFACTS.judge(evidence.artefacts());
        if (artefact.artefact() && !mayBeTheStation(verdict, artefact)) {
            reasons.addAll(artefact.reasons());
            verdict = Verdict.ARTEFACT;
        } else if (isClockSpur(verdict, sighting, evidence, reasons) || isOfTheOverload(verdict, evidence, reasons)) {
            verdict = Verdict.ARTEFACT;
        } else if (verdict == Verdict.UNLICENSED) {
            reasons.addAll(artefact.reasons());
            verdict = unexplained(sighting, evidence, reasons);
        } else if (entry != null && entry.stationClass().mustBeOnAir()) {
            takenOver = isTakenOver(entry, evidence, reasons);
            verdict = takenOver ? Verdict.UNLICENSED : parameters(verdict, entry, evidence, reasons);
        }
        reasons.sort(Comparator.comparing(Reason::weight));
        double confidence = Confidence.of(verdict, takenOver, sighting, evidence, judgement);
        return new Assessment(verdict, confidence, judgement.station(), takenOver, List.copyOf(reasons));
    }

    /** A line without modulation and without a row, on a harmonic of the receiver's own clock. */
    private boolean isClockSpur(Verdict verdict, Sighting sighting, Evidence evidence, List<Reason> reasons) {
        ReferenceClock clock = settings.clock();
        if (clock == null
                || evidence.kinds().prevailing() != ModulationKind.UNMODULATED
                || (verdict != Verdict.UNLICENSED && verdict != Verdict.UNDETERMINED)) {
            return false;
        }
        Optional<Reason> reason = clock.explains(sighting.frequencyHz(), sighting.frequencyUncertaintyHz());
        reason.ifPresent(reasons::add);
        return reason.isPresent();
    }

    /** Without a row, and there only while the receiver is overloaded. */
    private static boolean isOfTheOverload(Verdict verdict, Evidence evidence, List<Reason> reasons) {
        if (verdict != Verdict.UNLICENSED && verdict != Verdict.UNDETERMINED) {
            return false;
        }
        Optional<Reason> reason = evidence.overload().explains();
        reason.ifPresent(reasons::add);
        return reason.isPresent();
    }

    /** At the frequency of a row, a doubt is the station's. */
    private static boolean mayBeTheStation(Verdict verdict, ArtefactOpinion artefact) {
        boolean unexplained = verdict == Verdict.UNLICENSED || verdict == Verdict.UNDETERMINED;
        return !unexplained && artefact.sure() < SURE_AT_A_ROW;
    }

    /** No row explains it: what else does? */
    private Verdict unexplained(Sighting sighting, Evidence evidence, List<Reason> reasons) {
        Optional<Reason> relay = RelayRules.sameProgramme(evidence);
        if (relay.isPresent()) {
            reasons.add(relay.get());
            return Verdict.RELAY_NOT_REGISTERED;
        }
        if (evidence.host() != null) {
            reasons.add(Reason.of(ReasonCode.DIGITAL_SIDEBAND, DECISIVE, evidence.host()));
            return Verdict.UNDETERMINED;
        }
        if (mayBeALineOfTheReceiver(sighting, evidence)) {
            reasons.add(Reason.of(ReasonCode.BARE_LINE, STRONG));
            return Verdict.UNDETERMINED;
        }
        Likeness nearest = evidence.nearest();
        if (nearest != null && nearest.isOther()) {
            reasons.add(Reason.of(
                    ReasonCode.OTHER_PROGRAMME,
                    STRONG,
                    decimal("%.0f", nearest.comparedS()),
                    decimal("%.2f", nearest.correlation())));
        }
        Opening opening = evidence.opening();
        if (opening != null) {
            reasons.add(Reason.of(
                    ReasonCode.PROPAGATION, DECISIVE, opening.since().toString(), String.valueOf(opening.carriers())));
            return Verdict.UNDETERMINED;
        }
        remarks(sighting, evidence, reasons);
        return Verdict.UNLICENSED;
    }

    /**
     * Whether a bare carrier may be a line that the receiver makes: there from the start, and either far from where
     * transmitters are set, or exactly there. The receiver measures by its own clock, against which its lines are never off,
     * and somebody else's transmitter always is.
     */
    private boolean mayBeALineOfTheReceiver(Sighting sighting, Evidence evidence) {
        double offHz = Math.abs(offRasterHz(sighting));
        return !evidence.keyed()
                && evidence.kinds().prevailing() == ModulationKind.UNMODULATED
                && (offHz > settings.rasterHz() || offHz < NEVER_SO_NEAR_HZ);
    }

    private static double offRasterHz(Sighting sighting) {
        ChannelRaster raster = ChannelRaster.FM;
        return sighting.frequencyHz() - raster.centerHz(raster.nearest(sighting.frequencyHz()));
    }

    /** What else speaks against an unlicensed carrier, none of it decisive. */
    private void remarks(Sighting sighting, Evidence evidence, List<Reason> reasons) {
        String pi = pi(evidence);
        if (pi != null) {
            licences.entryWithPi(pi)
                    .ifPresent(owner -> reasons.add(Reason.of(ReasonCode.PI_OF_OTHER_STATION, STRONG, pi, owner.id())));
        }
        beyondDeviation(evidence, reasons);
        double offHz = offRasterHz(sighting);
        if (Math.abs(offHz) > settings.rasterHz() + sighting.frequencyUncertaintyHz()) {
            reasons.add(Reason.of(ReasonCode.OFF_RASTER, MEDIUM, decimal("%+.0f", offHz)));
        }
        if (evidence.modulation().received() && evidence.onAirS() >= settings.rdsAfterS()) {
            if (pi == null) {
                reasons.add(Reason.of(ReasonCode.NO_RDS, WEAK));
            }
            if (!evidence.modulation().pilot()) {
                reasons.add(Reason.of(ReasonCode.NO_PILOT, WEAK));
            }
        }
    }

    /**
     * Whether another transmitter sits on a licensed frequency. A change that takes the carrier, not only its level, is
     * decisive; a foreign PI or a foreign programme by itself may be the station's own mistake, both together are not.
     */
    private boolean isTakenOver(LicenceEntry entry, Evidence evidence, List<Reason> reasons) {
        Change change = evidence.change();
        Likeness partner = evidence.partner();
        boolean otherProgramme = partner != null && partner.isOther();
        boolean otherPi = hasOtherPi(entry, evidence);
        boolean pilotLost = Boolean.TRUE.equals(entry.stereo())
                && evidence.modulation().received()
                && !evidence.modulation().pilot();
        boolean takenOver = change != null || (otherProgramme && (otherPi || pilotLost));
        if (!takenOver) {
            return false;
        }
        if (change != null) {
            reasons.add(Reason.of(
                    ReasonCode.TAKEN_OVER,
                    DECISIVE,
                    decimal("%+.1f", change.levelDb()),
                    decimal("%+.0f", change.frequencyHz()),
                    decimal("%+.0f", change.pilotHz())));
        }
        if (partner != null && otherProgramme) {
            reasons.add(Reason.of(
                    ReasonCode.PARTNER_DIFFERS, DECISIVE, partner.station(), decimal("%.2f", partner.correlation())));
        }
        if (otherPi) {
            reasons.add(piReason(entry, evidence));
        }
        return true;
    }

    private Verdict parameters(Verdict verdict, LicenceEntry entry, Evidence evidence, List<Reason> reasons) {
        boolean outside = false;
        if (hasOtherPi(entry, evidence)) {
            reasons.add(piReason(entry, evidence));
            outside = true;
        }
        outside |= beyondDeviation(evidence, reasons);
        outside |= isOffItsLevel(evidence, reasons);
        return outside && verdict == Verdict.LICENSED ? Verdict.LICENSED_OUT_OF_PARAMETERS : verdict;
    }

    private boolean beyondDeviation(Evidence evidence, List<Reason> reasons) {
        double peakHz = evidence.modulation().peakDeviationHz();
        boolean beyond = evidence.onAirS() >= settings.deviationAfterS()
                && peakHz > settings.deviationHz() + settings.deviationUncertaintyHz();
        if (beyond) {
            reasons.add(Reason.of(
                    ReasonCode.DEVIATION_BEYOND,
                    MEDIUM,
                    decimal("%.1f", peakHz / 1e3),
                    decimal("%.0f", settings.deviationHz() / 1e3)));
        }
        return beyond;
    }

    private static boolean isOffItsLevel(Evidence evidence, List<Reason> reasons) {
        LevelShift level = evidence.level();
        if (level == null) {
            return false;
        }
        reasons.add(Reason.of(
                ReasonCode.LEVEL_OUTSIDE,
                MEDIUM,
                decimal("%+.1f", level.offDb()),
                decimal("%.1f", level.allowedDb()),
                decimal("%.0f", level.learnedH())));
        return true;
    }

    private static boolean hasOtherPi(LicenceEntry entry, Evidence evidence) {
        String pi = pi(evidence);
        return pi != null && entry.pi() != null && !pi.equals(entry.pi());
    }

    private static Reason piReason(LicenceEntry entry, Evidence evidence) {
        return Reason.of(
                ReasonCode.PI_MISMATCH, STRONG, String.valueOf(pi(evidence)), String.valueOf(entry.pi()), entry.id());
    }

    private static @Nullable String pi(Evidence evidence) {
        RdsStation station = evidence.modulation().rds();
        Integer code = station == null ? null : station.pi();
        return code == null ? null : HEX.toHexDigits(code.shortValue());
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
