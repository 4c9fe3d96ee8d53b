package io.bandwatch.ingest.live.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SocketDropsTest {
    // in the form of Linux 6.1; numbers made up
    private static final List<String> TABLE = List.of(
            "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops",
            "  345: 0100007F:9C41 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 8035 2 00000000 17",
            "  346: 00000000:9C41 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 8036 2 00000000 5");

    @Test
    void readsTheLastColumnOfItsOwnLine() {
        String local = SocketDrops.written(new byte[] {127, 0, 0, 1}, 40_001);

        assertThat(SocketDrops.in(TABLE, local)).isEqualTo(17);
    }

    @Test
    void writesAddressesAsTheTableHasThem() {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        assertThat(SocketDrops.written(loopback, 40_002)).isEqualTo("00000000000000000000000001000000:9C42");
    }

    @Test
    void knowsNothingOfASocketThatIsNotThere() {
        assertThat(SocketDrops.in(TABLE, "0100007F:0001")).isZero();
    }
}
