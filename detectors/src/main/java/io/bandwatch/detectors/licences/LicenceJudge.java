package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Verdict;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what explains a carrier: the register entry at its frequency, or none. Without a register it says nothing. */
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

    /** What explains this carrier. */
    public Judgement judge(Sighting sighting) {
        return new Judgement(
                settings.reachHz() > 0 ? Verdict.UNDETERMINED : Verdict.ARTEFACT,
                null,
                List.of(Reason.of(ReasonCode.NO_REGISTER, Reason.Weight.DECISIVE)));
    }
}
