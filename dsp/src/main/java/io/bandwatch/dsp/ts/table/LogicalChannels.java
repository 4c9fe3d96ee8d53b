package io.bandwatch.dsp.ts.table;

import java.util.Map;
import java.util.Set;

/**
 * Logical channel numbers, which are private descriptors: the same tag means other things under another private data
 * specifier (TS 101 162). Networks send them under none, and under their own; such a descriptor is believed when every
 * service that it numbers stands in the service list beside it.
 */
final class LogicalChannels {
    /** EACEM, as IEC 62216, 7.2.3 uses it; descriptor 0x88 has the numbers of simulcasts in high definition. */
    private static final int EACEM = 0x0000_0028;

    /** NorDig Unified Requirements, 12.2.9: two versions. */
    private static final int NORDIG = 0x0000_0029;

    /** Freeview of the United Kingdom: D-Book, 8.5.3. */
    private static final int FREEVIEW = 0x0000_233A;

    /** Freeview Australia, AS 4599, 4.2. */
    private static final int AUSTRALIA = 0x0000_3200;

    private static final int CHANNEL = 0x83;
    private static final int CHANNEL_VERSION_2 = 0x87;
    private static final int CHANNEL_HIGH_DEFINITION = 0x88;
    private static final int TEN_BITS = 0x03FF;
    private static final int FOURTEEN_BITS = 0x3FFF;

    private LogicalChannels() {}

    /**
     * Puts the numbers that a descriptor gives to their services; the number in high definition comes before the other.
     *
     * @param listed services of the stream by its service list descriptor
     */
    static void read(Descriptors descriptor, Set<Integer> listed, Map<Integer, Integer> numberByService) {
        int tag = descriptor.tag();
        switch (descriptor.privateSpecifier()) {
            case EACEM -> {
                if (tag == CHANNEL || tag == CHANNEL_HIGH_DEFINITION) {
                    pairs(descriptor, TEN_BITS, tag == CHANNEL_HIGH_DEFINITION, numberByService);
                }
            }
            case NORDIG -> {
                if (tag == CHANNEL) {
                    pairs(descriptor, FOURTEEN_BITS, false, numberByService);
                } else if (tag == CHANNEL_VERSION_2) {
                    lists(descriptor, numberByService);
                }
            }
            default -> {
                if (tag == CHANNEL && (isKnown(descriptor) || numbersOnly(descriptor, listed))) {
                    pairs(descriptor, TEN_BITS, false, numberByService);
                }
            }
        }
    }

    private static boolean isKnown(Descriptors descriptor) {
        return descriptor.privateSpecifier() == FREEVIEW || descriptor.privateSpecifier() == AUSTRALIA;
    }

    private static boolean numbersOnly(Descriptors descriptor, Set<Integer> listed) {
        for (int at = 0; at < descriptor.length(); at += 4) {
            if (!listed.contains(descriptor.u16(at))) {
                return false;
            }
        }
        return descriptor.length() % 4 == 0;
    }

    private static void pairs(Descriptors descriptor, int mask, boolean first, Map<Integer, Integer> numberByService) {
        for (int at = 0; at + 4 <= descriptor.length(); at += 4) {
            put(descriptor.u16(at), descriptor.u16(at + 2) & mask, first, numberByService);
        }
    }

    /** Lists of a country: id, length and text of the name, country, length of what follows (NorDig, 12.2.9.3). */
    private static void lists(Descriptors descriptor, Map<Integer, Integer> numberByService) {
        int at = 0;
        while (at + 2 <= descriptor.length()) {
            int entries = at + 2 + descriptor.u8(at + 1) + 3;
            int end = Math.min(descriptor.length(), entries + 1 + descriptor.u8(entries));
            for (int entry = entries + 1; entry + 4 <= end; entry += 4) {
                put(descriptor.u16(entry), descriptor.u16(entry + 2) & TEN_BITS, false, numberByService);
            }
            at = Math.max(end, at + 2);
        }
    }

    private static void put(int service, int number, boolean first, Map<Integer, Integer> numberByService) {
        if (number == 0) {
            return;
        }
        if (first) {
            numberByService.put(service, number);
        } else {
            numberByService.putIfAbsent(service, number);
        }
    }
}
