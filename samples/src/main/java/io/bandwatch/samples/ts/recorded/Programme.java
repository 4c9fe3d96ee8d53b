package io.bandwatch.samples.ts.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A service as its PMT has it.
 *
 * @param serviceId program_number
 * @param pmtPid where the PMT comes
 * @param pictures PIDs of its pictures
 * @param sounds PIDs of its sounds
 */
record Programme(int serviceId, int pmtPid, List<Integer> pictures, List<Integer> sounds) {
    private static final Set<Integer> PICTURE_TYPES = Set.of(0x01, 0x02, 0x10, 0x1B, 0x24, 0x42, 0xD2, 0xD4);
    private static final Set<Integer> SOUND_TYPES = Set.of(0x03, 0x04, 0x0F, 0x11, 0x81, 0x87);

    /** AC-3, enhanced AC-3, DTS and AAC of EN 300 468, annexes D, G and H, in private data. */
    private static final Set<Integer> SOUND_DESCRIPTORS = Set.of(0x6A, 0x7A, 0x7B, 0x7C);

    private static final int PRIVATE_DATA = 0x06;
    private static final int CRC_BYTES = 4;

    /** The PIDs of the PMTs that the PATs name. */
    static List<Integer> pmtPids(List<FoundSection> pats) {
        List<Integer> pids = new ArrayList<>();
        for (FoundSection pat : pats) {
            for (int at = 8; at + 4 <= pat.bytes().length - CRC_BYTES; at += 4) {
                int pid = pat.u16(at + 2) & 0x1FFF;
                if (pat.u16(at) != 0 && !pids.contains(pid)) {
                    pids.add(pid);
                }
            }
        }
        return pids;
    }

    static Programme of(FoundSection pmt) {
        List<Integer> pictures = new ArrayList<>();
        List<Integer> sounds = new ArrayList<>();
        int at = 12 + (pmt.u16(10) & 0x0FFF);
        while (at + 5 <= pmt.bytes().length - CRC_BYTES) {
            int type = pmt.bytes()[at] & 0xFF;
            int pid = pmt.u16(at + 1) & 0x1FFF;
            int next = at + 5 + (pmt.u16(at + 3) & 0x0FFF);
            if (PICTURE_TYPES.contains(type)) {
                pictures.add(pid);
            } else if (SOUND_TYPES.contains(type) || (type == PRIVATE_DATA && soundIn(pmt.bytes(), at + 5, next))) {
                sounds.add(pid);
            }
            at = next;
        }
        return new Programme(pmt.u16(3), pmt.pid(), pictures, sounds);
    }

    private static boolean soundIn(byte[] bytes, int from, int end) {
        for (int at = from; at + 2 <= end; at += 2 + (bytes[at + 1] & 0xFF)) {
            if (SOUND_DESCRIPTORS.contains(bytes[at] & 0xFF)) {
                return true;
            }
        }
        return false;
    }
}
