package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.verdict.VerdictJudge;
import io.bandwatch.detectors.verdict.VerdictSettings;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;

/** Registers and plans for tests, in the time of Shanghai. */
public final class Registers {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Registers() {}

    /** A register with the columns {@code id,name,frequency_mhz,class,erp_w,hours,valid_from,valid_to}. */
    public static LicenceRegister of(String... rows) {
        String csv = "id,name,frequency_mhz,class,erp_w,hours,valid_from,valid_to\n" + String.join("\n", rows);
        return Objects.requireNonNull(LicenceRegister.read(csv.getBytes(StandardCharsets.UTF_8), SHANGHAI)
                .value());
    }

    /** A judge with one broadcast station, at 98 MHz, and what a row says of its sound. */
    public static LicenceJudge judgeOfSound(String stereo, String profile) {
        String csv = "id,name,frequency_mhz,class,stereo,profile\nA,One,98.0,broadcast," + stereo + "," + profile;
        LicenceRegister register = LicenceRegister.read(csv.getBytes(StandardCharsets.UTF_8), SHANGHAI)
                .value();
        return new LicenceJudge(register, JudgeSettings.DEFAULT);
    }

    public static LicenceJudge judge(String... rows) {
        return new LicenceJudge(of(rows), JudgeSettings.DEFAULT);
    }

    public static VerdictJudge verdicts(String... rows) {
        return verdicts(judge(rows));
    }

    public static VerdictJudge verdicts(LicenceJudge judge) {
        return new VerdictJudge(judge, VerdictSettings.DEFAULT);
    }

    /** A plan with the columns {@code station_or_service,from,to,approval,reason}. */
    public static MaintenancePlan plan(String... rows) {
        String csv = "station_or_service,from,to,approval,reason\n" + String.join("\n", rows);
        return Objects.requireNonNull(MaintenancePlan.read(csv.getBytes(StandardCharsets.UTF_8), SHANGHAI)
                .value());
    }
}
