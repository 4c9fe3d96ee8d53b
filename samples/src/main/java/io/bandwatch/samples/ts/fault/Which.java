package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Says what a fault befalls in a stream. */
interface Which {
    Predicate<TsPart> in(FaultTargets targets);

    static Which any() {
        return targets -> part -> true;
    }

    static Which stuffing() {
        return targets -> part -> part.what() == Content.STUFFING;
    }

    static Which table(int tableId) {
        return targets -> part -> part.isTable(tableId);
    }

    /** A table that a damaged section of does little harm. */
    static Which crcTable() {
        return targets -> part -> part.tableId() != TsPart.NONE && part.isTable(targets.crcTable());
    }

    static Which pid(int pid) {
        return targets -> part -> part.pid() == pid;
    }

    /** What comes on the PID of a target. */
    static Which on(ToIntFunction<FaultTargets> pid) {
        return targets -> part -> part.pid() == pid.applyAsInt(targets);
    }

    /** The same, of one kind of content. */
    static Which on(ToIntFunction<FaultTargets> pid, Content what) {
        return targets -> part -> part.what() == what && part.pid() == pid.applyAsInt(targets);
    }

    /** The second of the two sections of present and following events of one service. */
    static Which following(int tableId) {
        return targets ->
                part -> part.isTable(tableId) && part.section() == 1 && part.extension() == targets.serviceId();
    }
}
