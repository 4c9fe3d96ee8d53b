package io.bandwatch.samples.ts.fault;

import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.samples.ts.packet.TsPart;
import io.bandwatch.samples.ts.packet.TsPart.Content;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A packet that comes three times, where ISO/IEC 13818-1, 2.4.3.3, allows two. */
final class PacketThrice implements Fault {
    private static final int COPIES = 2;

    private final Predicate<TsPart> which;
    private final Span span;
    private byte @Nullable [] packet;
    private int pid = TsPart.NONE;
    private int done;

    /**
     * @param which packets of one PID
     * @param span when
     */
    PacketThrice(Predicate<TsPart> which, Span span) {
        this.which = which;
        this.span = span;
    }

    @Override
    public void alter(TsPart part, long nowNs, byte[] packets, int offset) {
        if (done == COPIES || !span.holds(nowNs)) {
            return;
        }
        if (part.what() == Content.STUFFING) {
            if (packet != null) {
                System.arraycopy(packet, 0, packets, offset, PacketBytes.LENGTH);
                done++;
            }
        } else if (which.test(part)) {
            packet = Arrays.copyOfRange(packets, offset, offset + PacketBytes.LENGTH);
            pid = part.pid();
            done = 0;
        } else if (part.pid() == pid) {
            packet = null;
            done = 0;
        }
    }
}
