package io.bandwatch.detectors.rf;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Finding.Phase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The grammar that {@link Finding} promises, as a regular expression over the letters of its phases. */
public final class FindingGrammar {
    private FindingGrammar() {}

    public static void assertHolds(List<Finding> findings) {
        String word = findings.stream()
                .map(finding -> switch (finding.phase()) {
                    case RAISED -> "R";
                    case ESCALATED -> "e";
                    case REVISED -> "v";
                    case PAUSED -> "p";
                    case RESUMED -> "r";
                    case ENDED -> "E";
                })
                .collect(Collectors.joining());
        // escalates once; is revised while it lasts; pauses and resumes in turn; ends at any point and may begin anew
        assertThat(word).matches("(R(e|v|pr)*p?E)*(R(e|v|pr)*p?)?");
        Instant before = Instant.MIN;
        for (Finding finding : findings) {
            assertThat(finding.at()).isAfterOrEqualTo(before);
            assertThat(finding.onset()).isBeforeOrEqualTo(finding.since());
            assertThat(finding.since()).isBeforeOrEqualTo(finding.until());
            assertThat(finding.until()).isBeforeOrEqualTo(finding.at());
            assertThat(Double.isFinite(finding.measured())).isTrue();
            boolean lasts = finding.phase() != Phase.PAUSED && finding.phase() != Phase.ENDED;
            assertThat(finding.until().equals(finding.at()) || !lasts).isTrue();
            before = finding.at();
        }
    }

    /** What two runs must agree in. Arrays compare by identity, so that they are written out. */
    public static List<String> written(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.phase() + " " + f.onset() + " " + f.since() + " " + f.until() + " " + f.at() + " "
                        + f.measured() + " "
                        + List.of(f.reasons()).stream()
                                .map(reason -> reason.code() + String.join(",", reason.arguments()))
                                .toList())
                .toList();
    }
}
