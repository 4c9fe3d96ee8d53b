package io.bandwatch.signal.ts;

/**
 * One sub-table as it is in force.
 *
 * @param pid where it comes
 * @param tableId table_id
 * @param extension table_id_extension: programme, transport stream, network, bouquet or service
 * @param version version_number
 * @param sections sections received since the start, of every version
 */
public record TsTable(int pid, int tableId, int extension, int version, long sections) {}
