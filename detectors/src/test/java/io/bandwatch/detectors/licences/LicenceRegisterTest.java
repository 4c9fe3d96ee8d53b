package io.bandwatch.detectors.licences;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.licences.csv.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceRegisterTest {
    private static final String HEADER = "id,name,frequency_mhz,class,site,latitude,longitude,erp_w,stereo,pi,ps,"
            + "programme,hours,valid_from,valid_to,approval,profile\n";

    private static Reading<LicenceRegister> read(String csv) {
        return LicenceRegister.read(csv.getBytes(StandardCharsets.UTF_8), Registers.SHANGHAI);
    }

    private static LicenceRegister valid(String csv) {
        Reading<LicenceRegister> reading = read(csv);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.value());
    }

    @Test
    void readsEveryColumnOfARow() {
        LicenceEntry entry = valid(HEADER + "CNR1,\"中国之声, 中央台\",98.05,relay,北京,39.9,116.4,3000,yes,c201,CNR 1,cnr1,"
                        + "Mo-Su 05:30-24:00,2020-01-01,2029-12-31,广审2020-1,classical\r\n")
                .entries()
                .get(0);
        assertThat(entry.name()).isEqualTo("中国之声, 中央台");
        assertThat(entry.frequencyHz()).isEqualTo(98_050_000.0);
        assertThat(entry.stationClass()).isEqualTo(StationClass.RELAY);
        assertThat(entry.erpW()).isEqualTo(3000.0);
        assertThat(entry.stereo()).isTrue();
        assertThat(entry.pi()).isEqualTo("C201");
        assertThat(entry.hours().text()).isEqualTo("Mo-Su 05:30-24:00");
        // dates are local: midnight in Shanghai is 16:00 UTC of the day before, and the last day still counts
        assertThat(entry.validFrom()).isEqualTo(Instant.parse("2019-12-31T16:00:00Z"));
        assertThat(entry.validTo()).isEqualTo(Instant.parse("2029-12-31T16:00:00Z"));
        assertThat(entry.approval()).isEqualTo("广审2020-1");
        assertThat(entry.profile()).isEqualTo(StationProfile.CLASSICAL);
    }

    @Test
    void needsNoMoreThanTheFourCompulsoryColumnsInAnyOrder() {
        LicenceEntry entry = valid("class,id,name,frequency_mhz\nbroadcast,A,One,98.0\n")
                .entries()
                .get(0);
        assertThat(entry.erpW()).isNull();
        assertThat(entry.profile()).isEqualTo(StationProfile.STANDARD);
        assertThat(entry.hours().isAlways()).isTrue();
        assertThat(entry.dependsOnTime()).isFalse();
    }

    @Test
    void takesAByteOrderMarkOffAndStillHashesIt() {
        String csv = "id,name,frequency_mhz,class\nA,One,98.0,broadcast\n";
        assertThat(valid('\uFEFF' + csv).entries()).hasSize(1);
        assertThat(valid('\uFEFF' + csv).version()).isNotEqualTo(valid(csv).version());
        // printf 'id,name,frequency_mhz,class\nA,One,98.0,broadcast\n' | sha256sum
        assertThat(valid(csv).version()).isEqualTo("5f86879692d1");
    }

    @Test
    void anEmptyRegisterWithAHeaderIsARegister() {
        assertThat(valid(HEADER).entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A,One,98.x,broadcast              | frequency_mhz '98.x' is not a number",
                "A,One,,broadcast                  | frequency_mhz is empty",
                "A,One,NaN,broadcast               | frequency_mhz 'NaN' is not a number",
                "A,One,86.9,broadcast              | frequency_mhz 86.9 is not within 87 to 108",
                "A,One,108.1,broadcast             | frequency_mhz 108.1 is not within 87 to 108",
                "A,One,98.0,pirate                 | class 'pirate' is none of broadcast relay village emergency cdr foreign micropower",
                "A,One,98.0,                       | class is empty",
                ",One,98.0,broadcast               | id is empty",
                "A,,98.0,broadcast                 | name is empty",
                "A,One,98.0,broadcast,,91          | latitude 91 is not within -90 to 90",
                "A,One,98.0,broadcast,,,-181       | longitude -181 is not within -180 to 180",
                "A,One,98.0,broadcast,,,,-1        | erp_w -1 is not within 0 to 10000000",
                "A,One,98.0,broadcast,,,,1kW       | erp_w '1kW' is not a number",
                "A,One,98.0,broadcast,,,,,maybe    | stereo 'maybe' is neither yes nor no",
                "A,One,98.0,broadcast,,,,,,C20     | pi 'C20' is not four hexadecimal digits",
                "A,One,98.0,broadcast,,,,,,,,,5-6  | hours '5-6': '5-6' is neither days nor times",
                "A,One,98.0,broadcast,,,,,,,,,,2026-02-30 | valid_from '2026-02-30' is not a date such as 2026-01-31 or 2026-01-31T05:30",
                "A,One,98.0,broadcast,,,,,,,,,,2026-02-02,2026-02-01 | valid_to '2026-02-01' is before valid_from '2026-02-02'",
                "A,One,98.0,broadcast,,,,,,,,,,,,,jazz | profile 'jazz' is none of standard classical speech",
                "A,One,98.0,broadcast,,,,,,,,,,,,,,x | the row has 18 cells, the header 17 columns",
            })
    void refusesABadRowWithItsLineAndTheValue(String row, String problem) {
        Reading<LicenceRegister> reading = read(HEADER + "OK,Fine,99.0,broadcast\n" + row + "\n");
        assertThat(reading.value()).isNull();
        assertThat(reading.problems()).extracting(Object::toString).containsExactly("line 3: " + problem);
    }

    @Test
    void listsEveryProblemAtOnce() {
        Reading<LicenceRegister> reading = read(
                """
                id,name,frequency_mhz,class,colour,colour
                A,"two
                lines",98.0,broadcast

                B,x,1,y
                A,Again,99.0,relay
                """);
        assertThat(reading.value()).isNull();
        assertThat(reading.problems())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 1: unknown column 'colour'"),
                        second -> assertThat(second).startsWith("line 1: unknown column 'colour'"),
                        third -> assertThat(third).startsWith("line 5: frequency_mhz 1 "),
                        fourth -> assertThat(fourth).startsWith("line 5: class 'y'"),
                        fifth -> assertThat(fifth).isEqualTo("line 6: id 'A' stands already in line 2"));
    }

    @Test
    void missesCompulsoryColumnsOnceAndNotInEveryRow() {
        assertThat(read("id,name\nA,One\nB,Two\n").problems())
                .extracting(Object::toString)
                .containsExactly("line 1: column 'frequency_mhz' is missing", "line 1: column 'class' is missing");
    }

    @Test
    void tellsOfAFileThatIsEmptyOrEndsWithinAQuoteOrIsNotUtf8() {
        assertThat(read("").problems()).singleElement().satisfies(p -> assertThat(p.text())
                .startsWith("the file is empty"));
        assertThat(read(HEADER + "A,\"One,98.0,broadcast\n").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).isEqualTo("line 2: a quoted cell is not closed properly"));
        byte[] gbk = (HEADER + "A,中国之声,98.0,broadcast\n").getBytes(Charset.forName("GBK"));
        assertThat(LicenceRegister.read(gbk, Registers.SHANGHAI).problems())
                .singleElement()
                .satisfies(p ->
                        assertThat(p.toString()).isEqualTo("line 2: the text is not UTF-8 here; save it as UTF-8"));
    }
}
