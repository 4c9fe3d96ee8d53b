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

    /** Null packets between two sections of a PID, where another harms none; not before the first. */
    static Which between(int pid) {
        return targets -> {
            BetweenSections between = new BetweenSections();
            return part -> {
                if (part.pid() == pid) {
                    between.see(part);
                }
                return part.what() == Content.STUFFING && between.isHere();
            };
        };
    }

    static Which table(int tableId) {
        return targets -> part -> part.isTable(tableId);
    }

    /** Sections of a table that end in the packet in which they begin. */
    static Which whole(int tableId) {
        return targets -> part -> part.isTable(tableId) && part.whole();
    }

    /** The same, of whatever table comes on the PID of a target. */
    static Which wholeOn(ToIntFunction<FaultTargets> pid) {
        return targets ->
                part -> part.pid() == pid.applyAsInt(targets) && part.tableId() != TsPart.NONE && part.whole();
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

    /** One of the two sections of present (0) and following (1) events of one service. */
    static Which event(int tableId, int number) {
        return targets ->
                part -> part.isTable(tableId) && part.section() == number && part.extension() == targets.serviceId();
    }
}
