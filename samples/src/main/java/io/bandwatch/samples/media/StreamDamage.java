package io.bandwatch.samples.media;

import io.bandwatch.samples.ts.packet.PacketBytes;
import java.util.Arrays;
import java.util.Random;

/** Puts faults of the stream into a transport stream of one service. What is taken out makes room for null packets. */
final class StreamDamage {
    static final int PICTURE_PID = 0x100;
    static final int SOUND_PID = 0x101;

    private static final int HEADER = 4;
    private static final int HAS_ADAPTATION = 0x20;
    private static final int HAS_PAYLOAD = 0x10;
    private static final int HAS_REFERENCE = 0x10;
    private static final int PTS_AT = 9;
    private static final double TICKS_PER_S = 90_000.0;

    /** Of the packets of a picture, one in so many is damaged: some macroblocks of nearly every picture. */
    private static final int DAMAGED_ONE_IN = 12;

    /** Pictures come in the order of their coding, a few of them before those that are shown earlier. */
    private static final double REORDERED_S = 0.16;

    private final MediaScene scene;
    private final byte[] stream;
    private final Random random;

    private StreamDamage(MediaScene scene, byte[] stream) {
        this.scene = scene;
        this.stream = stream.clone();
        this.random = new Random(scene.seed());
    }

    /** The stream with what the scene says of it, and no longer than that; times count from its first picture. */
    static byte[] of(MediaScene scene, byte[] stream) {
        StreamDamage damage = new StreamDamage(scene, stream);
        damage.damage(PICTURE_PID);
        damage.damage(SOUND_PID);
        return Arrays.copyOf(damage.stream, damage.end(scene.durationS()));
    }

    private void damage(int pid) {
        double firstS = firstS();
        double unitS = -1;
        for (int at = 0; at + PacketBytes.LENGTH <= stream.length; at += PacketBytes.LENGTH) {
            if (PacketBytes.pid(stream, at) != pid || !PacketBytes.hasPayload(stream, at)) {
                continue;
            }
            if (PacketBytes.unitStart(stream, at)) {
                unitS = presentedS(at) - firstS;
            }
            for (MediaEvent event : scene.events()) {
                if (event.fromS() <= unitS && unitS < event.toS()) {
                    damage(event.kind(), pid, at);
                }
            }
        }
    }

    private void damage(EventKind kind, int pid, int at) {
        boolean ofPicture = pid == PICTURE_PID;
        boolean inside = !PacketBytes.unitStart(stream, at) && payload(at) < at + PacketBytes.LENGTH;
        boolean hit = ofPicture && inside && random.nextInt(DAMAGED_ONE_IN) == 0;
        if (kind == EventKind.MOSAIC && hit) {
            int from = payload(at);
            stream[from + random.nextInt(at + PacketBytes.LENGTH - from)] ^= (byte) (1 + random.nextInt(255));
        } else if ((kind == EventKind.PACKETS_LOST && hit)
                || (kind == EventKind.PICTURE_MISSING && ofPicture)
                || (kind == EventKind.SOUND_MISSING && !ofPicture)) {
            remove(at);
        }
    }

    /** Clock references stay: they belong to the service, and not to the picture that they came with. */
    private void remove(int at) {
        if (!hasReference(at)) {
            PacketBytes.stuffing(stream, at);
            return;
        }
        int from = payload(at);
        stream[at + 3] = (byte) (stream[at + 3] & ~HAS_PAYLOAD);
        stream[at + 1] = (byte) (stream[at + 1] & ~0x40);
        stream[at + HEADER] = (byte) (PacketBytes.LENGTH - HEADER - 1);
        Arrays.fill(stream, from, at + PacketBytes.LENGTH, (byte) 0xFF);
    }

    private boolean hasReference(int at) {
        return (stream[at + 3] & HAS_ADAPTATION) != 0
                && stream[at + HEADER] != 0
                && (stream[at + HEADER + 1] & HAS_REFERENCE) != 0;
    }

    private int payload(int at) {
        boolean adapted = (stream[at + 3] & HAS_ADAPTATION) != 0;
        return at + HEADER + (adapted ? 1 + (stream[at + HEADER] & 0xFF) : 0);
    }

    /** Where the first picture begins that is shown later than that. */
    private int end(double untilS) {
        double lastS = firstS() + untilS;
        for (int at = 0; at + PacketBytes.LENGTH <= stream.length; at += PacketBytes.LENGTH) {
            boolean begins = PacketBytes.pid(stream, at) == PICTURE_PID && PacketBytes.unitStart(stream, at);
            if (begins && presentedS(at) > lastS + REORDERED_S) {
                return at;
            }
        }
        return stream.length;
    }

    private double firstS() {
        double first = Double.MAX_VALUE;
        for (int at = 0; at + PacketBytes.LENGTH <= stream.length; at += PacketBytes.LENGTH) {
            if (PacketBytes.pid(stream, at) == PICTURE_PID && PacketBytes.unitStart(stream, at)) {
                first = Math.min(first, presentedS(at));
            }
        }
        return first;
    }

    /** PTS of the unit that begins in a packet (ISO/IEC 13818-1, 2.4.3.7), s. */
    private double presentedS(int at) {
        int pts = payload(at) + PTS_AT;
        long ticks = (stream[pts] >> 1 & 7L) << 30
                | (stream[pts + 1] & 0xFFL) << 22
                | (stream[pts + 2] >> 1 & 0x7FL) << 15
                | (stream[pts + 3] & 0xFFL) << 7
                | (stream[pts + 4] >> 1 & 0x7FL);
        return ticks / TICKS_PER_S;
    }
}
