package io.bandwatch.dsp.ts.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketCounterTest {
    private static final int PID = 0x100;

    /** Remembers what was told. */
    private static final class Told implements PacketEvents {
        private final List<Integer> broken = new ArrayList<>();
        private final List<String> payloads = new ArrayList<>();
        private final List<Long> references = new ArrayList<>();
        private int damaged;

        @Override
        public void syncFound(PacketFormat format) {}

        @Override
        public void syncLost() {}

        @Override
        public void wrongSyncByte() {}

        @Override
        public void continuityError(int pid) {
            broken.add(pid);
        }

        @Override
        public void transportError() {
            damaged++;
        }

        @Override
        public void appeared(int pid) {}

        @Override
        public void pcr(int pid, long ticks, boolean discontinuity) {
            references.add(discontinuity ? -ticks : ticks);
        }

        @Override
        public void payload(byte[] buffer, int from, int end, int header, boolean brokenBefore) {
            payloads.add((end - from) + (brokenBefore ? " broken" : ""));
        }

        @Override
        public boolean tick() {
            return true;
        }
    }

    private final Told told = new Told();
    private final PacketCounter counter = new PacketCounter(told);

    @Test
    void countsFromAnyNumberOnAndRoundTheTurn() {
        for (int packet = 11; packet < 60; packet++) {
            take(Bytes.packet(PID, packet));
        }

        assertThat(counter.continuityErrors()).isZero();
        assertThat(counter.packets(PID)).isEqualTo(49);
    }

    @Test
    void tellsALostPacketOnce() {
        take(Bytes.packet(PID, 3), Bytes.packet(PID, 5), Bytes.packet(PID, 6));

        assertThat(counter.continuityErrors(PID)).isOne();
        assertThat(told.broken).containsExactly(PID);
    }

    @Test
    void allowsAPacketTwiceButNotThreeTimes() {
        byte[] packet = Bytes.packet(PID, 3);
        take(packet, packet, Bytes.packet(PID, 4));

        assertThat(told.broken)
                .as("to ask for the next number each time would be too strict")
                .isEmpty();
        assertThat(counter.duplicates()).isOne();

        byte[] next = Bytes.packet(PID, 5);
        take(next, next, next, Bytes.packet(PID, 6));

        assertThat(told.broken).as("to allow any repetition would be too lax").hasSize(1);
        assertThat(counter.continuityErrors()).as("and yet nothing is missing").isZero();
        assertThat(counter.duplicates()).isEqualTo(3);
    }

    @Test
    void sameNumberWithOtherContentIsNoRepetition() {
        take(Bytes.packet(PID, 3, 1), Bytes.packet(PID, 3, 2));

        assertThat(counter.continuityErrors())
                .as("sixteen packets are missing, or one number is wrong")
                .isOne();
        assertThat(counter.duplicates()).isZero();
    }

    @Test
    void repetitionMayBringAnotherClockReference() {
        byte[] first = Bytes.packet(PID, 3);
        byte[] second = first.clone();
        for (byte[] packet : List.of(first, second)) {
            packet[3] = 0x33;
            packet[4] = 7;
            packet[5] = 0x10;
        }
        second[10] ^= 0x40;
        take(first, second);

        assertThat(counter.duplicates()).isOne();
        assertThat(counter.continuityErrors()).isZero();
    }

    @Test
    void holdsTheNumberWithoutPayload() {
        take(Bytes.packet(PID, 3), Bytes.empty(PID, 3, 0), Bytes.empty(PID, 3, 0), Bytes.packet(PID, 4));

        assertThat(told.broken)
                .as("a rule that counts every packet would see three breaks")
                .isEmpty();

        take(Bytes.empty(PID, 5, 0));

        assertThat(told.broken)
                .as("a number that moves without payload is wrong")
                .hasSize(1);
    }

    @Test
    void letsTheNumberGoFreeAtAnAnnouncedDiscontinuity() {
        byte[] jump = Bytes.packet(PID, 9);
        jump[3] = 0x39;
        jump[4] = 1;
        jump[5] = (byte) 0x80;
        take(Bytes.packet(PID, 3), jump, Bytes.packet(PID, 10));

        assertThat(told.broken).isEmpty();
    }

    @Test
    void damagedPacketGivesNoFurtherIndication() {
        byte[] damaged = Bytes.packet(PID, 9);
        damaged[1] |= (byte) 0x80;
        damaged[3] |= (byte) 0x80;
        take(Bytes.packet(PID, 3), damaged, Bytes.packet(PID, 4));

        assertThat(counter.transportErrors()).isOne();
        assertThat(told.damaged).isOne();
        assertThat(told.broken)
                .as("read like any other it would break the count twice")
                .isEmpty();
        assertThat(counter.scrambled()).isZero();
        assertThat(counter.packets(PID)).isEqualTo(2);
        assertThat(counter.packets()).isEqualTo(3);
    }

    @Test
    void nullPacketsHaveNoNumber() {
        take(Bytes.packet(0x1FFF, 0), Bytes.packet(0x1FFF, 0), Bytes.packet(0x1FFF, 7));

        assertThat(told.broken).isEmpty();
        assertThat(counter.packets(0x1FFF)).isEqualTo(3);
        assertThat(counter.duplicates()).isZero();
    }

    @Test
    void handsOverThePayloadOnceAndSaysWhatIsMissing() {
        counter.want(PID, Interest.EVERYTHING);
        byte[] packet = Bytes.packet(PID, 1);
        byte[] adapted = Bytes.packet(PID, 2);
        adapted[3] = 0x32;
        adapted[4] = 83;
        adapted[5] = 0;
        take(packet, packet, adapted, Bytes.packet(PID, 4));

        assertThat(told.payloads).containsExactly("184", "100", "184 broken");
    }

    @Test
    void handsOverStartsOfUnitsAloneWhereOnlyTheyAreWanted() {
        counter.want(PID, Interest.UNIT_STARTS);
        byte[] start = Bytes.packet(PID, 2);
        start[1] |= 0x40;
        take(Bytes.packet(PID, 1), start, Bytes.packet(PID, 3));

        assertThat(told.payloads).hasSize(1);
    }

    @Test
    void adaptationFieldLongerThanThePacketIsNoPayload() {
        counter.want(PID, Interest.EVERYTHING);
        byte[] impossible = Bytes.packet(PID, 1);
        impossible[3] = 0x31;
        impossible[4] = (byte) 250;
        take(impossible);

        assertThat(told.payloads).isEmpty();
    }

    @Test
    void readsAClockReferenceToItsLastTick() {
        byte[] packet = Bytes.empty(PID, 0, 0x10);
        byte[] field = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x2B};
        System.arraycopy(field, 0, packet, 6, 6);
        take(packet);

        assertThat(told.references).containsExactly(((1L << 33) - 1) * 300 + 299);
    }

    @Test
    void remembersAnAnnouncementUntilTheNextReference() {
        byte[] reference = Bytes.empty(PID, 0, 0x10);
        take(Bytes.empty(PID, 0, 0x80), reference, reference);

        assertThat(told.references.get(0)).isNegative();
        assertThat(told.references.get(1)).isPositive();
    }

    @Test
    void stopsTheReaderWhereItWasAskedTo() {
        counter.tickAt(2);
        assertThat(counter.packet(Bytes.packet(PID, 0), 0)).isFalse();
        assertThat(counter.packet(Bytes.packet(PID, 1), 0)).isTrue();
    }

    private void take(byte[]... packets) {
        for (byte[] packet : packets) {
            counter.packet(packet, 0);
        }
    }
}
