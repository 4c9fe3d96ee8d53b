package io.bandwatch.deploy.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.doctor.SocketTable.Entry;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketTableTest {
    @ParameterizedTest
    @CsvSource({
        "00000000:1F96, 0A, any, true",
        "00000000000000000000000000000000:1F96, 0A, any, true",
        "0100007F:1F96, 0A, loopback, true",
        "00000000000000000000000001000000:1F96, 0A, loopback, true",
        "0000000000000000FFFF00000100007F:1F96, 0A, loopback, true",
        "0000000000000000FFFF000000000000:1F96, 0A, any, true",
        "0A00A8C0:1F96, 0A, other, true",
        "0100007F:1F96, 01, loopback, false",
    })
    void readsWhoListensWhere(String local, String state, String address, boolean listening) {
        String line = "   3: %s 00000000:0000 %s 00000000:00000000 00:00000000".formatted(local, state);

        assertThat(SocketTable.parse(line)).contains(new Entry(address, 8086, listening));
    }

    @Test
    void passesOverTheHeading() {
        assertThat(SocketTable.parse("  sl  local_address rem_address   st tx_queue rx_queue"))
                .isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells its sockets in files")
    void findsASocketOfThisProcess() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new LocalMachine().listenersAt(socket.getLocalPort())).containsExactly("loopback");
        }
    }
}
