package io.bandwatch.dsp.ts.fuzz;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.service.ServiceDirectory;
import java.util.Arrays;

class DescriptorsFuzzTest {
    private static final int MOST_BYTES = 900;
    private static final int PMT_PID = 0x100;
    private final Patience patience = new Patience();

    /** One loop of descriptors wherever a table has one. */
    @FuzzTest(maxDuration = "30m")
    void readsDescriptorsOfEveryTable(byte[] data) {
        patience.read(() -> readDescriptors(data));
    }

    private static void readDescriptors(byte[] data) {
        byte[] descriptors = Arrays.copyOf(data, Math.min(data.length, MOST_BYTES));
        ServiceDirectory directory = new ServiceDirectory();
        int type = data.length == 0 ? 6 : data[0] & 0xFF;
        byte[] stream = bytes(octets(type), u16(0xE101), loop(descriptors));
        send(directory, 0x00, TableId.PAT, bytes(u16(1), u16(0xE000 | PMT_PID)));
        send(directory, 0x01, TableId.CAT, descriptors);
        send(directory, PMT_PID, TableId.PMT, bytes(u16(0xE101), loop(descriptors), stream));
        byte[] network = bytes(loop(descriptors), loop(bytes(u16(1), u16(4), loop(descriptors))));
        send(directory, 0x10, TableId.NIT_ACTUAL, network);
        send(directory, 0x11, TableId.BAT, network);
        send(directory, 0x11, TableId.SDT_ACTUAL, bytes(u16(4), octets(0xFF), u16(1), octets(0xFC), loop(descriptors)));
        byte[] event = bytes(u16(1), new byte[8], loop(descriptors));
        send(directory, 0x12, TableId.EIT_PF_ACTUAL, bytes(new byte[6], event));
        byte[] channel = bytes(octets(0, 1), new byte[30], loop(descriptors));
        send(directory, 0x1FFB, TableId.VCT_TERRESTRIAL, channel);
        directory.network();
        assertThat(directory.services()).hasSize(1);
        assertThat(directory.events()).hasSize(1);
    }

    private static void send(ServiceDirectory directory, int pid, int table, byte[] body) {
        byte[] section = SectionBytes.extended(table, 1, 0, true, 0, 0, body);
        directory.section(pid, section, section.length);
    }
}
