package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.frequency.FrequencyCode;
import io.bandwatch.detectors.rds.frequency.FrequencyList;
import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.text.CharacterSet;
import io.bandwatch.detectors.rds.text.Segments;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the station says of another programme: enhanced other networks, EON (IEC 62106-2, group 14).
 *
 * @param piCode of the other programme
 * @param name its programme service name under way
 * @param trafficProgramme TP
 * @param trafficAnnouncement TA
 * @param programmeType PTY
 * @param item programme item number
 * @param linkage the sixteen bits of linkage information, as sent
 * @param listUnderWay frequencies by method A as they come
 * @param frequenciesKhz the list last complete, kHz
 * @param mappedKhz pairs of this programme's and the other's frequency, kHz, one after the other
 */
public record OtherNetwork(
        int piCode,
        Segments name,
        @Nullable Boolean trafficProgramme,
        @Nullable Boolean trafficAnnouncement,
        @Nullable Integer programmeType,
        @Nullable ProgrammeItem item,
        @Nullable Integer linkage,
        FrequencyList listUnderWay,
        int[] frequenciesKhz,
        int[] mappedKhz) {
    private static final int NAME_SEGMENTS = 4;
    private static final int MOST_MAPPED = 2 * 64;
    private static final int LOW_BAND_VARIANT = 9;

    static OtherNetwork of(int piCode) {
        return new OtherNetwork(
                piCode,
                Segments.empty(NAME_SEGMENTS, 2),
                null,
                null,
                null,
                null,
                null,
                FrequencyList.NONE,
                new int[0],
                new int[0]);
    }

    /** The programme service name, eight characters; null until it is complete. */
    public @Nullable String programmeService() {
        return name.believed() < NAME_SEGMENTS ? null : CharacterSet.decode(name.bytes(), 0, 2 * NAME_SEGMENTS);
    }

    OtherNetwork interrupted() {
        return with(name, FrequencyList.NONE, frequenciesKhz, mappedKhz);
    }

    /** Takes in a group 14B with exact blocks: the traffic flags at once. */
    OtherNetwork switched(Group group) {
        return withFlags((group.tail() & 0x10) != 0, (group.tail() & 8) != 0, programmeType);
    }

    /** Takes in a group 14A with exact blocks. */
    OtherNetwork with(Group group) {
        OtherNetwork now = withFlags((group.tail() & 0x10) != 0, trafficAnnouncement, programmeType);
        int variant = group.tail() & 15;
        int c = group.word(Group.C);
        return switch (variant) {
            case 0, 1, 2, 3 -> now.with(name.with(variant, c, true), listUnderWay, frequenciesKhz, mappedKhz);
            case 4 -> now.listed(listUnderWay.with(c));
            case 5, 6, 7, 8, LOW_BAND_VARIANT -> now.mapped(c, variant == LOW_BAND_VARIANT);
            case 12 -> now.with(item, c);
            case 13 -> now.withFlags(now.trafficProgramme, (c & 1) != 0, c >> 11);
            case 14 -> now.with(ProgrammeItem.of(c), linkage);
            default -> now;
        };
    }

    private OtherNetwork listed(FrequencyList list) {
        return with(name, list, list.isComplete() ? list.khz() : frequenciesKhz, mappedKhz);
    }

    private OtherNetwork mapped(int pair, boolean lowBand) {
        int own = FrequencyCode.vhfKhz(pair >> 8);
        int other = lowBand ? FrequencyCode.lowBandKhz(pair & 0xFF) : FrequencyCode.vhfKhz(pair & 0xFF);
        boolean known = own == 0 || other == 0 || mappedKhz.length >= MOST_MAPPED;
        for (int i = 0; i < mappedKhz.length; i += 2) {
            known |= mappedKhz[i] == own && mappedKhz[i + 1] == other;
        }
        if (known) {
            return this;
        }
        int[] more = Arrays.copyOf(mappedKhz, mappedKhz.length + 2);
        more[mappedKhz.length] = own;
        more[mappedKhz.length + 1] = other;
        return with(name, listUnderWay, frequenciesKhz, more);
    }

    private OtherNetwork with(Segments newName, FrequencyList list, int[] frequencies, int[] mapped) {
        return new OtherNetwork(
                piCode,
                newName,
                trafficProgramme,
                trafficAnnouncement,
                programmeType,
                item,
                linkage,
                list,
                frequencies,
                mapped);
    }

    private OtherNetwork with(@Nullable ProgrammeItem newItem, @Nullable Integer newLinkage) {
        return new OtherNetwork(
                piCode,
                name,
                trafficProgramme,
                trafficAnnouncement,
                programmeType,
                newItem,
                newLinkage,
                listUnderWay,
                frequenciesKhz,
                mappedKhz);
    }

    private OtherNetwork withFlags(@Nullable Boolean tp, @Nullable Boolean ta, @Nullable Integer pty) {
        return new OtherNetwork(piCode, name, tp, ta, pty, item, linkage, listUnderWay, frequenciesKhz, mappedKhz);
    }
}
