package io.bandwatch.detectors.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 2 March 2026 is a Monday. */
class HoursOnAirTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Su 05:30-24:00            | 2026-03-02T05:29:59 | false",
                "Mo-Su 05:30-24:00            | 2026-03-02T05:30:00 | true",
                "Mo-Su 05:30-24:00            | 2026-03-02T23:59:59 | true",
                "Mo-Su 05:30-24:00            | 2026-03-03T00:00:00 | false",
                "05:30-24:00                  | 2026-03-08T12:00:00 | true",
                "Mo-Fr 05:00-23:00            | 2026-03-07T12:00:00 | false",
                "Mo-Fr 05:00-23:00;Sa 08:00-10:00 | 2026-03-07T09:00:00 | true",
                "Mo-Fr 05:00-23:00;Sa 08:00-10:00 | 2026-03-08T09:00:00 | false",
                "Sa,Su 08:00-10:00            | 2026-03-08T09:00:00 | true",
                "Mo,We-Fr 08:00-10:00         | 2026-03-05T09:00:00 | true",
                "Mo,We-Fr 08:00-10:00         | 2026-03-03T09:00:00 | false",
                "Mo 05:00-10:00, 14:00-24:00  | 2026-03-02T15:00:00 | true",
                "Mo 05:00-10:00, 14:00-24:00  | 2026-03-03T15:00:00 | false",
                "Mo 05:00-10:00, Tu 14:00-24:00 | 2026-03-02T15:00:00 | false",
                "Fr 22:00-02:00               | 2026-03-07T01:59:00 | true",
                "Fr 22:00-02:00               | 2026-03-06T01:59:00 | false",
                "Sa-Mo 22:00-02:00            | 2026-03-03T01:00:00 | true",
                "Sa-Mo 22:00-02:00            | 2026-03-04T01:00:00 | false",
                "Mo 22:00-00:00               | 2026-03-02T23:00:00 | true",
                "Mo 22:00-00:00               | 2026-03-03T00:00:00 | false",
            })
    void isOnAirAtThisLocalTime(String hours, LocalDateTime local, boolean onAir) {
        HoursOnAir read = HoursReader.read(hours, Registers.SHANGHAI);
        assertThat(read.contains(local.atZone(Registers.SHANGHAI).toInstant())).isEqualTo(onAir);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "Mo-Su",
                "Mo-Xx 05:00-06:00",
                "05:00",
                "25:00-26:00",
                "05:60-06:00",
                "24:00-05:00",
                "05:00-05:00",
                "Mo 05:00-06:00,",
                "Mo 05:00-06:00 and more",
                "mo 05:00-06:00",
                "Mo 05:00-06:00; Tu"
            })
    void refusesWhatIsNoHours(String hours) {
        assertThatIllegalArgumentException().isThrownBy(() -> HoursReader.read(hours, Registers.SHANGHAI));
    }
}
