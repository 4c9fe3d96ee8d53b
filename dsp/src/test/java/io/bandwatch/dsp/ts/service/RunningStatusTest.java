package io.bandwatch.dsp.ts.service;

import static io.bandwatch.dsp.ts.section.SectionBytes.bytes;
import static io.bandwatch.dsp.ts.section.SectionBytes.octets;
import static io.bandwatch.dsp.ts.section.SectionBytes.u16;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.dsp.ts.section.SectionBytes;
import io.bandwatch.dsp.ts.section.TableId;
import org.junit.jupiter.api.Test;

class RunningStatusTest {
    private static final int SERVICE = 5;
    private static final int EVENT = 0x8123;
    private static final int NOT_RUNNING = 1;
    private static final int RUNNING = 4;

    private final ServiceDirectory directory = new ServiceDirectory();

    private void present(int version, int status) {
        byte[] body = bytes(
                u16(7),
                u16(0x233A),
                octets(0, TableId.EIT_PF_ACTUAL),
                u16(EVENT),
                octets(0xEB, 0x1E, 0x10, 0, 0, 1, 0, 0),
                u16(status << 13));
        take(0x12, SectionBytes.extended(TableId.EIT_PF_ACTUAL, SERVICE, version, true, 0, 1, body));
    }

    private void running(int service, int status) {
        take(
                0x13,
                SectionBytes.plain(
                        TableId.RST, bytes(u16(7), u16(0x233A), u16(service), u16(EVENT), octets(0xF8 | status))));
    }

    private void take(int pid, byte[] section) {
        directory.section(pid, section, section.length);
    }

    @Test
    void tellsThatAnEventRunsBeforeItsTableDoes() {
        present(1, NOT_RUNNING);
        running(SERVICE, RUNNING);
        assertThat(directory.events()).extracting(Event::runningStatus).containsExactly(RUNNING);
    }

    @Test
    void givesWayToTheNextVersionOfTheEvents() {
        present(1, NOT_RUNNING);
        running(SERVICE, RUNNING);
        present(2, NOT_RUNNING);
        assertThat(directory.events()).extracting(Event::runningStatus).containsExactly(NOT_RUNNING);
    }

    @Test
    void isNotTakenForAnotherService() {
        present(1, NOT_RUNNING);
        running(SERVICE + 1, RUNNING);
        assertThat(directory.events()).extracting(Event::runningStatus).containsExactly(NOT_RUNNING);
    }
}
