package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sections that come again before the shortest interval of their tables, 25 ms (EN 300 468, 5.1.4), is over. */
final class SectionAgain implements Fault {
    private static final long SOON_NS = 20_000_000;

    private final Predicate<TsPart> which;
    private final Span span;
    private final int copies;
    private byte @Nullable [] section;
    private int pid = TsPart.NONE;
    private long cameNs;
    private final BetweenSections between = new BetweenSections();
    private int done;

    /**
     * @param which those, whole in their packets
     * @param span when
     * @param copies one, soon after the section itself; or several, soon after each other
     */
    SectionAgain(Predicate<TsPart> which, Span span, int copies) {
        this.which = which;
        this.span = span;
        this.copies = copies;
    }

    @Override
    public void alter(TsPart part, long nowNs, byte[] packets, int offset) {
        if (part.pid() == pid) {
            between.see(part);
        }
        if (which.test(part)) {
            int at = offset + part.at();
            int length = 3 + ((packets[at + 1] & 0x0F) << 8 | (packets[at + 2] & 0xFF));
            section = Arrays.copyOfRange(packets, at, at + length);
            pid = part.pid();
            cameNs = nowNs;
            between.see(part);
        } else if (section != null && isPlace(part, nowNs)) {
            PacketBytes.section(packets, offset, pid, 0, section);
            done++;
        }
    }

    private boolean isPlace(TsPart part, long nowNs) {
        return part.what() == Content.STUFFING
                && done < copies
                && span.holds(nowNs)
                && between.isHere()
                && (copies > 1 || nowNs - cameNs < SOON_NS);
    }
}
