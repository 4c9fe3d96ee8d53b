package io.bandwatch.detectors.rds.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.rds.StationGroups;
import io.bandwatch.detectors.rds.application.OpenDataApplication;
import io.bandwatch.detectors.rds.application.RadioTextTag;
import io.bandwatch.detectors.rds.sync.Group;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StationFactsTest {
    private static final int PI = 0xC123;
    private StationState state = StationState.NONE;
    private long slot;

    @Test
    void labelsGiveCountryAndLanguageAndTheStartOfTheItem() {
        // variant 0 with ECC F0, variant 3 with language 75 (hex); item on the 17th at 20:30
        take(0x1000, 0x00F0, (17 << 11) | (20 << 6) | 30);
        take(0x1000, 0x3075, (17 << 11) | (20 << 6) | 30);
        StationLabels labels = station().labels();
        assertThat(labels.extendedCountryCode()).isEqualTo(0xF0);
        assertThat(labels.languageCode()).isEqualTo(0x75);
        assertThat(labels.item()).isEqualTo(new ProgrammeItem(17, 20, 30));
        take(0x1000, 0x00F0, 0);
        assertThat(station().labels().item()).as("day 0 is no item").isNull();
    }

    @Test
    void clockKnowsTheWestAndRefusesWhatNoClockShows() {
        // 2026-01-02 is MJD 61042; 03:04 UTC less 5.5 h
        take(clock(61_042, 3, 4, 0x20 | 11));
        ClockTime clock = station().labels().clock();
        assertThat(clock).isEqualTo(new ClockTime(Instant.parse("2026-01-02T03:04:00Z"), -330, 0));
        take(clock(61_042, 24, 0, 0));
        take(clock(61_042, 3, 60, 0));
        take(clock(15_000, 3, 5, 0));
        assertThat(station().labels().clock()).isEqualTo(clock);
    }

    private static int[] clock(int mjd, int hour, int minute, int offset) {
        return new int[] {
            PI, 0x4000 | (mjd >> 15), ((mjd << 1) & 0xFFFF) | (hour >> 4), ((hour & 15) << 12) | (minute << 6) | offset
        };
    }

    @Test
    void typeNameIsCompleteWithBothHalvesOfOneFlag() {
        take(0xA000, chars("Fo"), chars("ot"));
        take(0xA011, chars("lc"), chars("hs"));
        assertThat(station().programmeTypeName()).isNull();
        typeName(0, "Football");
        assertThat(station().programmeTypeName()).isEqualTo("Football");
        typeName(1, "Chess");
        assertThat(station().programmeTypeName()).isEqualTo("Chess");
    }

    private void typeName(int flag, String name) {
        String padded = (name + "        ").substring(0, 8);
        for (int half = 0; half < 2; half++) {
            take(
                    0xA000 | (flag << 4) | half,
                    chars(padded.substring(4 * half, 4 * half + 2)),
                    chars(padded.substring(4 * half + 2, 4 * half + 4)));
        }
    }

    @Test
    void textTagsPointIntoTheTextOnAir() {
        take(0x3000 | 22, 0, 0x4BD7);
        int[] tags = tags(0, 4, 0, 5, 1, 9, 7);
        take(tags);
        assertThat(station().tags()).as("the text is not there yet").isEmpty();
        StationGroups.text(PI, 0, "Artist - Waltz no").forEach(this::take);
        take(tags);
        assertThat(station().tags()).containsExactly(new RadioTextTag(4, "Artist"), new RadioTextTag(1, "Waltz no"));
        take(tags(1, 0, 0, 0, 0, 0, 0));
        assertThat(station().tags()).as("the item changed").isEmpty();
        assertThat(station().applications())
                .extracting(OpenDataApplication::applicationId)
                .containsExactly(0x4BD7);
    }

    // group 11A: toggle, then type, start and length less one of both tags (IEC 62106-6)
    private static int[] tags(int toggle, int type1, int start1, int length1, int type2, int start2, int length2) {
        return new int[] {
            PI,
            0xB000 | (toggle << 4) | 8 | (type1 >> 3),
            ((type1 & 7) << 13) | (start1 << 7) | (length1 << 1) | (type2 >> 5),
            ((type2 & 31) << 11) | (start2 << 5) | length2
        };
    }

    @Test
    void enhancedTextComesInTwoByteCharactersToo() {
        take(0x3000 | 24, 0, 0x6552);
        take(0xC000, 0x957F, 0x6C99);
        take(0xC001, 0x5E7F, 0x64AD);
        take(0xC002, 0x000D, 0x000D);
        assertThat(station().enhancedRadioText()).isEqualTo("长沙广播");
    }

    @Test
    void otherNetworksAreKeptApart() {
        for (int segment = 0; segment < 4; segment++) {
            take(0xE010 | segment, chars("OTHERONE".substring(2 * segment, 2 * segment + 2)), 0xC200);
            take(0xE000 | segment, chars("THIRDONE".substring(2 * segment, 2 * segment + 2)), 0xC300);
        }
        take(0xE00D, (10 << 11) | 1, 0xC200);
        take(0xE005, (76 << 8) | 104, 0xC200);
        take(0xE00E, (5 << 11) | (6 << 6) | 15, 0xC300);
        OtherNetwork other = station().otherNetworks()[0];
        assertThat(other.programmeService()).isEqualTo("OTHERONE");
        assertThat(other.trafficProgramme()).isFalse();
        assertThat(other.trafficAnnouncement()).isTrue();
        assertThat(other.programmeType()).isEqualTo(10);
        assertThat(other.mappedKhz()).containsExactly(95_100, 97_900);
        OtherNetwork third = station().otherNetworks()[1];
        assertThat(third.programmeService()).isEqualTo("THIRDONE");
        assertThat(third.item()).isEqualTo(new ProgrammeItem(5, 6, 15));
    }

    @Test
    void rareFactsAreNotTakenFromCorrectedBlocks() {
        take(0x0000, 0xE0CD, chars("AB"));
        StationRun run = new StationRun(state);
        run.accept(new Group(
                slot, 1, new int[] {PI, 0x1000, 0x00F0, 0}, new byte[] {Group.EXACT, Group.EXACT, Group.CORRECTED, 2}));
        assertThat(RdsStation.of(run.state()).labels().extendedCountryCode()).isNull();
    }

    @Test
    void groupsAreNotOfTheStationWhileTheirPiIsAnother() {
        take(0x0000, 0xE0CD, chars("AB"));
        take(new int[] {0xC999, 0x0400, 0xE0CD, chars("XX")});
        assertThat(station().pi()).isEqualTo(PI);
        assertThat(station().flags().trafficProgramme()).isFalse();
        assertThat(state.groups()).isEqualTo(1);
    }

    @Test
    void zeroIsNoPi() {
        take(new int[] {0, 0, 0, 0});
        take(new int[] {0, 0, 0, 0});
        assertThat(station().pi()).isNull();
    }

    private RdsStation station() {
        return RdsStation.of(state);
    }

    private void take(int b, int c, int d) {
        take(new int[] {PI, b, c, d});
    }

    private void take(int[] words) {
        StationRun run = new StationRun(state);
        run.accept(Group.exact(slot, 1_000_000 * slot, words));
        slot++;
        state = run.state();
    }

    private static int chars(String two) {
        return (two.charAt(0) << 8) | two.charAt(1);
    }
}
