package io.bandwatch.dsp.ts.service;

import io.bandwatch.dsp.ts.section.Section;
import io.bandwatch.dsp.ts.section.TableId;
import io.bandwatch.dsp.ts.table.Entitlements;
import io.bandwatch.dsp.ts.table.ProgrammeMap;
import io.bandwatch.dsp.ts.table.SubTable;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsNetwork;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsTable;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the tables of one transport stream say together: its services, their components, its network, and what each PID is
 * for. Takes sections as they come, in any order; a section on a PID where it does not belong is counted and not believed.
 *
 * <p>Memory is bounded whatever a stream invents. Not thread-safe.
 */
public final class ServiceDirectory {
    private static final int PAT_PID = 0x00;
    private static final int CAT_PID = 0x01;
    private static final int NIT_PID = 0x10;
    private static final int SDT_PID = 0x11;
    private static final int EIT_PID = 0x12;
    private static final int RST_PID = 0x13;
    private static final int TDT_PID = 0x14;

    /** ATSC A/65, 4.1: the base PID. */
    private static final int ATSC_PID = 0x1FFB;

    private final Programmes programmes = new Programmes();
    private final Networks networks = new Networks();
    private final Descriptions descriptions = new Descriptions();
    private final SubTable<Entitlements> cat = new SubTable<>();
    private final EventTable events = new EventTable();
    private final Clocks clocks = new Clocks();
    private final TableCensus census = new TableCensus();
    private PidRole[] roles = new PidRoles().all();
    private List<TsService> services = List.of();
    private boolean stale;
    private long generation;

    /**
     * Takes a section whose CRC is right.
     *
     * @param pid where it came
     * @param bytes the section from table_id on; nothing of it is kept
     * @param length bytes that belong to it
     */
    public void section(int pid, byte[] bytes, int length) {
        Section section = new Section(bytes, length);
        census.count(pid, section);
        if (accept(pid, section)) {
            stale = true;
            generation++;
        }
    }

    /** Whether sections come on a PID that this directory, or whoever counts splices, wants to see. */
    public boolean carriesSections(int pid) {
        return switch (role(pid)) {
            case PAT, CAT, PMT, NIT, SDT, EIT, TDT, SCTE35, AIT -> true;
            default -> pid == RST_PID;
        };
    }

    /** What a PID is for. */
    public PidRole role(int pid) {
        refresh();
        return roles[pid & 0x1FFF];
    }

    /** Changes whenever roles, services or the network may have changed. */
    public long generation() {
        return generation;
    }

    /** The services, in the order of the PAT; where no PAT came, those of the SDT. */
    public List<TsService> services() {
        refresh();
        return services;
    }

    /** What the stream says of itself. */
    public TsNetwork network() {
        SortedSet<Integer> systems = new TreeSet<>();
        cat.sections().forEach(part -> systems.addAll(part.systems()));
        boolean t2mi = false;
        for (Programmes.Programme programme : programmes.all().values()) {
            ProgrammeMap map = programme.map();
            if (map != null) {
                systems.addAll(map.caSystemIds());
                t2mi |= map.t2mi();
            }
        }
        return new TsNetwork(
                programmes.transportStreamId(),
                descriptions.originalNetworkId(),
                networks.id(),
                networks.name().map(name -> name.text(arib())).orElse(null),
                systems.stream().mapToInt(Integer::intValue).toArray(),
                clocks.utc().orElse(null),
                t2mi);
    }

    /** Sub-tables in force; event schedules together by table_id. */
    public TsTable[] tables() {
        return census.tables();
    }

    /** Sections of a table_id since the start. */
    public long sections(int tableId) {
        return census.sections(tableId);
    }

    /** Present and following events of the services, by service. */
    public List<Event> events() {
        return events.events(arib());
    }

    private boolean accept(int pid, Section section) {
        return switch (section.tableId()) {
            case TableId.PAT -> pid == PAT_PID && programmes.acceptPat(section);
            case TableId.CAT -> pid == CAT_PID && cat.accept(section, Entitlements::of);
            case TableId.PMT -> programmes.acceptPmt(pid, section);
            case TableId.NIT_ACTUAL -> (pid == NIT_PID || pid == programmes.networkPid()) && networks.accept(section);
            case TableId.BAT -> pid == SDT_PID && networks.accept(section);
            case TableId.SDT_ACTUAL -> pid == SDT_PID && descriptions.acceptSdt(section);
            case TableId.VCT_TERRESTRIAL, TableId.VCT_CABLE -> pid == ATSC_PID && descriptions.acceptVct(section);
            default -> {
                if (pid == EIT_PID) {
                    events.accept(section);
                } else if (pid == RST_PID && section.tableId() == TableId.RST) {
                    events.acceptStatus(section);
                } else if (pid == TDT_PID || pid == ATSC_PID) {
                    clocks.accept(section);
                }
                yield false;
            }
        };
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        PidRoles found = new PidRoles();
        found.put(programmes.networkPid(), PidRole.NIT);
        for (Programmes.Programme programme : programmes.all().values()) {
            found.put(programme.pmtPid(), PidRole.PMT);
        }
        for (Programmes.Programme programme : programmes.all().values()) {
            ProgrammeMap map = programme.map();
            if (map != null) {
                found.put(map);
            }
        }
        cat.sections().forEach(part -> part.emmPids().forEach(pid -> found.put(pid, PidRole.EMM)));
        roles = found.all();
        services = new Services(programmes, descriptions, networks, arib()).list();
    }

    private boolean arib() {
        boolean isdb = false;
        for (Programmes.Programme programme : programmes.all().values()) {
            ProgrammeMap map = programme.map();
            isdb |= map != null && map.isdb();
        }
        return networks.isJapanese(descriptions.originalNetworkId(), isdb);
    }
}
