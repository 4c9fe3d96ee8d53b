package io.bandwatch.deploy.bench;

import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.dsp.ts.check.TsLimits;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.bytes.RecordingBytes;
import io.bandwatch.ingest.frames.FrameReader;
import io.bandwatch.ingest.frames.FrameReaders;
import io.bandwatch.ingest.frames.MeasuredFrame;
import io.bandwatch.signal.InputAccount;
import java.io.IOException;
import java.nio.file.Path;

/** Goes once through a transport stream on the calling thread; what is measured is dropped. */
interface StreamPass {
    /** Returns how many packets there were. */
    long run() throws IOException;

    /** As a source of the job does: bytes, packets, tables, every check, a look a second. */
    static StreamPass allChecks(Recording recording) {
        return () -> {
            long packets = 0;
            try (FrameReader reader =
                    FrameReaders.open(recording, RecordingPosition.startOf(recording), InputAccount.EMPTY)) {
                for (MeasuredFrame frame = reader.next(); frame != null; frame = reader.next()) {
                    packets = frame.frame().input().samples();
                }
            }
            return packets;
        };
    }

    /** The same reading, with a meter that leaves unread what packets carry. */
    static StreamPass packetChecks(Recording recording, int blockBytes) {
        byte[] block = new byte[blockBytes];
        return () -> {
            TsMeter meter = TsMeter.ofPackets(TsLimits.guideline());
            try (RecordingBytes bytes = RecordingBytes.open(Path.of(recording.path()), recording.compression(), 0)) {
                for (int length = bytes.read(block, 0, block.length);
                        length > 0;
                        length = bytes.read(block, 0, block.length)) {
                    take(meter, block, length);
                }
            }
            for (meter.end(); meter.due(); meter.end()) {
                meter.observe();
            }
            return meter.observe().counts().packets();
        };
    }

    private static void take(TsMeter meter, byte[] block, int length) {
        int at = 0;
        while (at < length) {
            at += meter.accept(block, at, length - at);
            if (meter.due()) {
                meter.observe();
            }
        }
    }
}
