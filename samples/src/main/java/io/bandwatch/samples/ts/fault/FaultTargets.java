package io.bandwatch.samples.ts.fault;

import java.util.function.LongFunction;

/**
 * Where in a stream faults are put; {@value #NONE} where it has no such thing.
 *
 * @param pmtPid PMT of a service, whose picture and sound follow
 * @param picturePid its picture
 * @param soundPid a sound that carries no clock references
 * @param referencePid clock references; another clock than the stream's own where it has several
 * @param serviceId a service with present and following events, other than which there are others
 * @param crcTable table_id of a table of one packet whose CRC may be damaged
 * @param calm the first span, from a time on, of three packets that can be spared
 */
public record FaultTargets(
        int pmtPid,
        int picturePid,
        int soundPid,
        int referencePid,
        int serviceId,
        int crcTable,
        LongFunction<Span> calm) {
    public static final int NONE = -1;
}
