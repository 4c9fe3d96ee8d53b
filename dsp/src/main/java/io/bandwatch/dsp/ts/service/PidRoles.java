package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.table.ProgrammeMap;
import io.bandwatch.signal.ts.PidRole;
import java.util.Arrays;

/** What each PID is for: the first who says so is right, and the standards come first (EN 300 468, table 1; A/65, 4.1). */
final class PidRoles {
    private static final int PIDS = 0x2000;
    private static final int FIRST_FREE = 0x20;

    private final PidRole[] roles = new PidRole[PIDS];

    PidRoles() {
        Arrays.fill(roles, PidRole.UNKNOWN);
        // Running status, synchronisation, measurement and what else the standards keep for themselves.
        Arrays.fill(roles, 0x13, FIRST_FREE, PidRole.DATA);
        roles[0x00] = PidRole.PAT;
        roles[0x01] = PidRole.CAT;
        roles[0x02] = PidRole.DATA;
        roles[0x10] = PidRole.NIT;
        roles[0x11] = PidRole.SDT;
        roles[0x12] = PidRole.EIT;
        roles[0x14] = PidRole.TDT;
        roles[0x1FFB] = PidRole.SDT;
        roles[0x1FFF] = PidRole.NULL;
    }

    void put(int pid, PidRole role) {
        if (roles[pid] == PidRole.UNKNOWN) {
            roles[pid] = role;
        }
    }

    /** Components, then the messages of conditional access, then a PID that has the clock alone. */
    void put(ProgrammeMap map) {
        map.components().forEach(component -> put(component.pid(), component.role()));
        map.ecmPids().forEach(pid -> put(pid, PidRole.ECM));
        put(map.pcrPid(), PidRole.PCR);
    }

    /** By PID. */
    PidRole[] all() {
        return roles;
    }
}
