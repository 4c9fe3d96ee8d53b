package io.bandwatch.detectors.rf.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import io.bandwatch.detectors.Listened;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.licences.JudgeSettings;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.licences.LicenceRegister;
import io.bandwatch.detectors.licences.Registers;
import io.bandwatch.detectors.rds.RdsBitStream;
import io.bandwatch.detectors.rds.StationGroups;
import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.rf.FindingGrammar;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.RdsBits;
import io.bandwatch.signal.RfObservation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RdsMismatchDetectorTest {
    private static final int PI = 0xC201;

    private static LicenceJudge judge(String pi, String ps) {
        String csv = "id,name,frequency_mhz,class,pi,ps\nA,One,98.0,broadcast," + pi + "," + ps;
        LicenceRegister register = LicenceRegister.read(csv.getBytes(StandardCharsets.UTF_8), Registers.SHANGHAI)
                .value();
        return new LicenceJudge(register, JudgeSettings.DEFAULT);
    }

    private static List<Finding> findings(String pi, String ps, List<int[]> groups) {
        List<BitFrame> frames = new RdsBitStream().groups(groups).frames();
        List<RfObservation> looks = Looks.from(RdsBitStream.START, 98e6)
                .on(Math.max(40, 0.2 * frames.size()), 30)
                .ended()
                .list();
        Iterator<BitFrame> next = frames.iterator();
        List<RfObservation> heard = Listened.to(looks, look -> {
            if (!next.hasNext()) {
                return Listened.saying(RdsBits.NONE);
            }
            BitFrame frame = next.next();
            return Listened.saying(new RdsBits(frame.softBits(), frame.firstBitOffsetNs(), frame.bitPeriodNs()));
        });
        RdsMismatchDetector detector = new RdsMismatchDetector(judge(pi, ps), RdsMismatchSettings.DEFAULT);
        List<Finding> findings =
                new DetectorRun<>(detector, RfObservation::time).over(heard).findings();
        FindingGrammar.assertHolds(findings);
        return findings;
    }

    /** So many rounds of names one after the other; a round takes 0.35 s. */
    private static List<int[]> names(int roundsEach, int times, String... names) {
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (int round = 0; round < roundsEach; round++) {
                groups.addAll(StationGroups.name(PI, names[i % names.length]));
            }
        }
        return groups;
    }

    @Test
    void anotherIdentificationIsReportedWithinSeconds() {
        List<Finding> findings = findings("C202", "", names(30, 1, "CITY 971"));
        assertThat(findings).extracting(Finding::phase).startsWith(Phase.RAISED);
        Finding finding = findings.get(0);
        assertThat(Duration.between(RdsBitStream.START, finding.at())).isLessThan(Duration.ofSeconds(4));
        assertThat(finding.reasons()[0].code()).isEqualTo(ReasonCode.PI_MISMATCH);
        assertThat(finding.reasons()[0].arguments()).containsExactly("C201", "C202", "A");
    }

    @Test
    void theRegisteredStationIsNone() {
        assertThat(findings("C201", "CITY 971", names(150, 1, "CITY 971"))).isEmpty();
        assertThat(findings("C201", "", names(150, 1, "CITY 971"))).isEmpty();
        assertThat(findings("", "", names(150, 1, "CITY 971"))).isEmpty();
        // trailing blanks and small letters are no other name
        assertThat(findings("C201", "City", names(150, 1, "CITY    "))).isEmpty();
    }

    @Test
    void anotherNameIsReportedWhenItHasStayed() {
        List<Finding> findings = findings("C201", "JAZZ 986", names(150, 1, "CITY 971"));
        assertThat(findings).extracting(Finding::phase).contains(Phase.RAISED);
        Finding finding = findings.get(0);
        assertThat(Duration.between(RdsBitStream.START, finding.at()))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(26));
        assertThat(finding.reasons()[0].code()).isEqualTo(ReasonCode.PS_MISMATCH);
        assertThat(Duration.between(RdsBitStream.START, finding.onset())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aScrollingNameIsNoneWhereEveryFrameOfItDiffersFromTheRow() {
        String[] frames = {"LISTEN  ", "TO THE  ", "BEST    ", "MUSIC   "};
        // the obvious rule compares each name with the row: all four differ
        assertThat(frames).noneMatch(frame -> frame.strip().equals("CITY 971"));
        assertThat(findings("C201", "CITY 971", names(12, 24, frames))).isEmpty();
    }

    @Test
    void aStationWithoutRadioDataIsNone() {
        assertThat(findings("C202", "JAZZ 986", List.of())).isEmpty();
    }
}
