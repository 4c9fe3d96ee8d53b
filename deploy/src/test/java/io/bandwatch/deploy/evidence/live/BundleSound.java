package io.bandwatch.deploy.evidence.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is heard in a bundle of evidence. */
final class BundleSound {
    private static final int HEADER_BYTES = 44;

    private BundleSound() {}

    /** Samples of its sound. */
    static short[] of(Path bundle) throws IOException {
        byte[] wav = Files.readAllBytes(bundle.resolve("audio.wav"));
        short[] sound = new short[(wav.length - HEADER_BYTES) / 2];
        ByteBuffer.wrap(wav, HEADER_BYTES, wav.length - HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(sound);
        return sound;
    }

    /** Samples of both channels a second. */
    static int perSecond(Path bundle) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(bundle.resolve("audio.wav")), 0, HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        return header.getShort(22) * header.getInt(24);
    }

    static double rms(short[] sound) {
        double sum = 0;
        for (short sample : sound) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / sound.length);
    }
}
