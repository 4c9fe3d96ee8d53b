package io.bandwatch.dsp.ts.service;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.descriptor;
import static io.bandwatch.dsp.ts.section.SectionBytes.loop;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsTable;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceDirectoryTest {
    private static final int TS_ID = 7;

    private final ServiceDirectory directory = new ServiceDirectory();

    @Test
    void listsServicesOnceAllSectionsOfThePatCame() {
        pat(0, 0, 0, programme(1, 0x100), programme(2, 0x200));
        pat(1, 0, 1, programme(3, 0x300));
        assertThat(ids()).as("the new version is not whole: the old one counts").containsExactly(1, 2);
        assertThat(directory.role(0x200)).isEqualTo(PidRole.PMT);
        pat(1, 1, 1, programme(4, 0x400));
        assertThat(ids()).containsExactly(3, 4);
        assertThat(directory.role(0x200)).isEqualTo(PidRole.UNKNOWN);
        assertThat(directory.role(0x400)).isEqualTo(PidRole.PMT);
        assertThat(directory.carriesSections(0x400)).isTrue();
    }

    @Test
    void showsWhatThereIsOfTheFirstVersion() {
        pat(0, 1, 2, programme(5, 0x500));
        assertThat(ids()).containsExactly(5);
    }

    @Test
    void leavesANextVersionUntilItIsCurrent() {
        pat(3, 0, 0, programme(1, 0x100));
        byte[] next = SectionBytes.extended(TableId.PAT, TS_ID, 4, false, 0, 0, programme(2, 0x200));
        send(0, next);
        assertThat(ids()).containsExactly(1);
        pat(4, 0, 0, programme(2, 0x200));
        assertThat(ids()).containsExactly(2);
    }

    @Test
    void seesAChangeUnderTheSameVersion() {
        pat(3, 0, 0, programme(1, 0x100));
        long generation = directory.generation();
        pat(3, 0, 0, programme(1, 0x100));
        assertThat(directory.generation()).isEqualTo(generation);
        pat(3, 0, 0, programme(2, 0x100));
        assertThat(directory.generation()).isGreaterThan(generation);
        assertThat(ids()).containsExactly(2);
    }

    @Test
    void believesAPmtWhereThePatPutsIt() {
        pat(0, 0, 0, programme(1, 0x100), programme(2, 0x100));
        pmt(0x101, 1, 0x120, stream(0x1B, 0x121));
        assertThat(service(1).components()).isEmpty();
        pmt(0x100, 3, 0x120, stream(0x1B, 0x121));
        assertThat(ids()).containsExactly(1, 2);
        pmt(0x100, 1, 0x120, stream(0x1B, 0x121));
        pmt(0x100, 2, 0x1FFF, stream(0x42, 0x131));
        assertThat(service(1).pcrPid()).isEqualTo(0x120);
        assertThat(service(1).components()[0].codec()).isEqualTo(Codec.H264);
        assertThat(service(2).pcrPid()).as("no clock").isEqualTo(TsService.UNKNOWN);
        assertThat(service(2).components()[0].codec()).isEqualTo(Codec.AVS);
        assertThat(directory.role(0x120)).isEqualTo(PidRole.PCR);
        assertThat(directory.role(0x131)).isEqualTo(PidRole.VIDEO);
    }

    @Test
    void forgetsAPmtThatThePatMoved() {
        pat(0, 0, 0, programme(1, 0x100), programme(2, 0x200));
        pmt(0x100, 1, 0x120, stream(0x1B, 0x120));
        pmt(0x200, 2, 0x220, stream(0x1B, 0x220));
        pat(1, 0, 0, programme(1, 0x101), programme(2, 0x200));
        assertThat(service(1).components()).isEmpty();
        assertThat(service(2).components()).hasSize(1);
    }

    @Test
    void namesTheRolesOfAllPids() {
        pat(0, 0, 0, programme(0, 0x3F), programme(1, 0x100));
        byte[] access = descriptor(0x09, u16(0x4AD2), u16(0xE000 | 0x180));
        byte[] free = descriptor(0x09, u16(0x0005), u16(0xFFFF));
        byte[] map = bytes(
                u16(0xE000 | 0x110),
                loop(access, free),
                stream(0x06, 0x111, descriptor(0x56, octets('f', 'r', 'a', 9, 0))),
                stream(0x06, 0x112, descriptor(0x59, octets('d', 'e', 'u', 16, 0, 1, 0, 1))),
                stream(0x05, 0x113, descriptor(0x6F, octets(0, 16, 0))),
                stream(0x86, 0x114),
                stream(0x0B, 0x115));
        send(0x100, SectionBytes.extended(TableId.PMT, 1, 0, true, 0, 0, map));
        byte[] entitlements = descriptor(0x09, u16(0x4AD4), u16(0xE000 | 0x190));
        send(1, SectionBytes.extended(TableId.CAT, 0xFFFF, 0, true, 0, 0, entitlements));
        assertThat(role(0, 1, 0x3F, 0x10, 0x11, 0x12, 0x14, 0x100, 0x1FFF))
                .containsExactly(
                        PidRole.PAT,
                        PidRole.CAT,
                        PidRole.NIT,
                        PidRole.NIT,
                        PidRole.SDT,
                        PidRole.EIT,
                        PidRole.TDT,
                        PidRole.PMT,
                        PidRole.NULL);
        assertThat(role(0x110, 0x111, 0x112, 0x113, 0x114, 0x115, 0x180, 0x190, 0x200))
                .containsExactly(
                        PidRole.PCR,
                        PidRole.TELETEXT,
                        PidRole.SUBTITLE,
                        PidRole.AIT,
                        PidRole.SCTE35,
                        PidRole.DATA,
                        PidRole.ECM,
                        PidRole.EMM,
                        PidRole.UNKNOWN);
        assertThat(service(1).caSystemIds()).containsExactly(0x0005, 0x4AD2);
        assertThat(directory.network().caSystemIds()).containsExactly(0x0005, 0x4AD2, 0x4AD4);
        assertThat(service(1).components()).extracting("language").containsExactly("fra", "deu", null, null, null);
        assertThat(directory.carriesSections(0x114)).as("splice information").isTrue();
        assertThat(directory.carriesSections(0x111)).isFalse();
    }

    @Test
    void namesAStreamForTransmitters() {
        pat(0, 0, 0, programme(1, 0x100));
        assertThat(directory.network().t2mi()).isFalse();
        pmt(0x100, 1, 0x1FFF, stream(0x06, 0x1000, descriptor(0x7F, octets(0x11, 0, 0, 0))));
        assertThat(directory.network().t2mi()).isTrue();
    }

    @Test
    void listsTablesInForceAndCountsTheirSections() {
        pat(0, 0, 0, programme(1, 0x100));
        pat(5, 0, 0, programme(1, 0x100));
        byte[] schedule = SectionBytes.extended(0x50, 1, 3, true, 0, 0, new byte[6]);
        send(0x12, schedule);
        send(0x12, SectionBytes.extended(0x50, 2, 4, true, 0, 0, new byte[6]));
        send(0x14, SectionBytes.plain(TableId.TDT, octets(0xC0, 0x79, 0x12, 0x45, 0)));
        assertThat(directory.tables())
                .containsExactly(
                        new TsTable(0x00, TableId.PAT, TS_ID, 5, 2),
                        new TsTable(0x12, 0x50, -1, -1, 2),
                        new TsTable(0x14, TableId.TDT, -1, -1, 1));
        assertThat(directory.sections(0x50)).isEqualTo(2);
    }

    @Test
    void staysSmallWhateverAStreamInvents() {
        for (int id = 0; id < 0x10000; id += 3) {
            byte[] bouquet = SectionBytes.extended(TableId.BAT, id, 0, true, 0, 0, bytes(loop(), loop()));
            send(0x11, bouquet);
            send(0x12, SectionBytes.extended(TableId.EIT_PF_ACTUAL, id, 0, true, 0, 1, new byte[6]));
        }
        assertThat(directory.tables()).hasSize(4096);
        assertThat(directory.sections(TableId.BAT)).isEqualTo(0x10000 / 3 + 1);
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(13818);
        int[] tables = {0x00, 0x01, 0x02, 0x40, 0x42, 0x4A, 0x4E, 0x50, 0x70, 0x71, 0x73, 0xC8, 0xC9, 0xCD};
        int[] pids = {0, 1, 0x10, 0x11, 0x12, 0x14, 0x100, 0x1FFB};
        pat(0, 0, 0, programme(1, 0x100), programme(2, 0x100));
        for (int round = 0; round < 100_000; round++) {
            byte[] body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            int table = tables[random.nextInt(tables.length)];
            int number = random.nextInt(3);
            byte[] section = random.nextInt(4) == 0
                    ? SectionBytes.plain(table, body)
                    : SectionBytes.extended(
                            table, random.nextInt(4), random.nextInt(2), true, number, random.nextInt(3), body);
            int length = random.nextBoolean() ? section.length : random.nextInt(section.length + 4);
            directory.section(pids[random.nextInt(pids.length)], section, length);
            if (round % 97 == 0) {
                directory.network();
                assertThat(directory.services()).isNotNull();
                assertThat(directory.events()).isNotNull();
            }
        }
    }

    private void pat(int version, int number, int last, byte[]... programmes) {
        send(0, SectionBytes.extended(TableId.PAT, TS_ID, version, true, number, last, bytes(programmes)));
    }

    private void pmt(int pid, int programme, int pcrPid, byte[]... streams) {
        byte[] body = bytes(u16(0xE000 | pcrPid), loop(), bytes(streams));
        send(pid, SectionBytes.extended(TableId.PMT, programme, 0, true, 0, 0, body));
    }

    private void send(int pid, byte[] section) {
        directory.section(pid, section, section.length);
    }

    private TsService service(int id) {
        return directory.services().stream()
                .filter(service -> service.serviceId() == id)
                .findFirst()
                .orElseThrow();
    }

    private Integer[] ids() {
        return directory.services().stream().map(TsService::serviceId).toArray(Integer[]::new);
    }

    private PidRole[] role(int... pids) {
        PidRole[] roles = new PidRole[pids.length];
        for (int at = 0; at < pids.length; at++) {
            roles[at] = directory.role(pids[at]);
        }
        return roles;
    }

    private static byte[] programme(int id, int pid) {
        return bytes(u16(id), u16(0xE000 | pid));
    }

    private static byte[] stream(int type, int pid, byte[]... descriptors) {
        return bytes(octets(type), u16(0xE000 | pid), loop(descriptors));
    }
}
