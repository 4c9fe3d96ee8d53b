package io.bandwatch.samples.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.samples.audio.ProgrammeSounds;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of samples as its client sees it. */
class RtlTcpServerTest {
    private static final double RATE_HZ = 2.4e6;
    private static final long TUNED_HZ = 98_050_000;
    private static final int GREETING_BYTES = 12;
    private static final int FIRST_BYTES = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void greetsObeysAndCountsEveryByteThatItSends() throws Exception {
        try (RtlTcpServer server = new RtlTcpServer(new Frequencies(), RATE_HZ);
                Socket client = connected(server)) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            assertThat(in.readNBytes(4)).asString().isEqualTo("RTL0");
            assertThat(in.readInt()).as("R820T").isEqualTo(5);
            assertThat(in.readInt()).isEqualTo(29);
            command(client, 0x02, 2_400_000);
            command(client, 0x01, (int) TUNED_HZ);
            long received = 0;
            byte tuned = (byte) (TUNED_HZ / 1_000_000);
            byte[] block = new byte[1 << 15];
            do {
                received += in.readNBytes(block, 0, block.length);
            } while (block[block.length - 1] != tuned);

            CompletableFuture<Long> rest = CompletableFuture.supplyAsync(() -> untilClosed(in));
            assertThat(server.endSending()).isTrue();
            long sent = server.sentSamples();
            client.shutdownOutput();
            received += rest.get(10, TimeUnit.SECONDS);

            assertThat(received).isEqualTo(2 * sent);
            assertThat(server.sentSamples()).isEqualTo(sent);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhileItIsGoneAndEveryByteBeforeThatComes() throws Exception {
        try (RtlTcpServer server = new RtlTcpServer(new Frequencies(), RATE_HZ)) {
            long received;
            try (Socket client = connected(server)) {
                command(client, 0x01, (int) TUNED_HZ);
                client.getInputStream().readNBytes(GREETING_BYTES + FIRST_BYTES);
                server.leave();
                received = client.getInputStream().readAllBytes().length;
                received += FIRST_BYTES;
            }
            assertThat(received).isEqualTo(2 * server.sentSamples());
            assertThatThrownBy(() -> connected(server)).isInstanceOf(ConnectException.class);
            server.comeBack();
            try (Socket client = connected(server)) {
                assertThat(client.getInputStream().readNBytes(4)).asString().isEqualTo("RTL0");
            }
        }
    }

    @Test
    void saysNothingWhileItIsSilentAndNobodyIsToldSo() throws Exception {
        try (RtlTcpServer server = new RtlTcpServer(new Frequencies(), RATE_HZ);
                Socket client = connected(server)) {
            command(client, 0x01, (int) TUNED_HZ);
            client.getInputStream().readNBytes(GREETING_BYTES + FIRST_BYTES);
            server.fallSilent();
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().readAllBytes()).isInstanceOf(SocketTimeoutException.class);
            long sent = server.sentSamples();
            try (Socket another = connected(server)) {
                another.setSoTimeout(300);
                assertThatThrownBy(() -> another.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            }
            server.comeBack();
            assertThat(client.getInputStream().read())
                    .as("who is given up is told so")
                    .isEqualTo(-1);
            assertThat(server.sentSamples()).isEqualTo(sent);
        }
    }

    @Test
    void aTapeIsPlayedAgainAndAgainWithoutAGap() throws Exception {
        BandScene noise = new BandScene(List.of(), FloorShape.flat(-30), 7);
        TunedReceiver receiver = new TunedReceiver(noise, new ProgrammeSounds(), RATE_HZ, 0, TUNED_HZ);
        TunedReceiver same = new TunedReceiver(noise, new ProgrammeSounds(), RATE_HZ, 0, TUNED_HZ);
        LoopedTape tape = LoopedTape.recorded(receiver, folder.resolve("tape"), 1000);
        byte[] once = new byte[2000];
        same.read(once, 1000);
        byte[] played = new byte[5000];
        tape.read(played, 1700);
        tape.read(played, 2500);
        assertThat(Arrays.copyOfRange(played, 0, 600)).isEqualTo(Arrays.copyOfRange(once, 1400, 2000));
        assertThat(Arrays.copyOfRange(played, 600, 2600)).isEqualTo(once);
        assertThat(Arrays.copyOfRange(played, 4600, 5000)).isEqualTo(Arrays.copyOfRange(once, 0, 400));
    }

    private static long untilClosed(DataInputStream in) {
        try {
            return in.readAllBytes().length;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Socket connected(RtlTcpServer server) throws IOException {
        String address = server.address();
        return new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    private static void command(Socket client, int code, int parameter) throws IOException {
        client.getOutputStream()
                .write(ByteBuffer.allocate(5).put((byte) code).putInt(parameter).array());
    }

    /** Samples that say where it is tuned to, MHz. */
    private static final class Frequencies implements ReceiverAir {
        private byte tuned;

        @Override
        public void tune(long centerHz) {
            tuned = (byte) (centerHz / 1_000_000);
        }

        @Override
        public void read(byte[] into, int count) {
            Arrays.fill(into, 0, 2 * count, tuned);
        }
    }
}
