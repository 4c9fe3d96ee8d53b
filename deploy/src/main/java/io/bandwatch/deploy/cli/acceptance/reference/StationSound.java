package io.bandwatch.deploy.cli.acceptance.reference;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.dsp.band.StationListener;
import io.bandwatch.dsp.fm.ReceivedSound;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the sound of one station of a recording of 16-bit samples: floats, left and right by turns. */
final class StationSound {
    private static final int BYTES_PER_SAMPLE = 4;
    private static final float FULL_SCALE = 32768f;

    private StationSound() {}

    static void write(Path recording, double rateHz, double centreHz, double frequencyHz, Path sound)
            throws IOException {
        BandSettings settings = BandSettings.of(rateHz, centreHz);
        StationListener listener = new StationListener(settings, frequencyHz);
        int lead = settings.leadSamples();
        int count = settings.frameSamples();
        float[] re = new float[lead + count];
        float[] im = new float[lead + count];
        byte[] bytes = new byte[count * BYTES_PER_SAMPLE];
        try (InputStream file = Files.newInputStream(recording);
                DataInputStream in = new DataInputStream(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(sound))) {
            for (int leading = 0; read(in, bytes); leading = lead) {
                System.arraycopy(re, count, re, 0, lead);
                System.arraycopy(im, count, im, 0, lead);
                ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = lead; i < lead + count; i++) {
                    re[i] = samples.getShort() / FULL_SCALE;
                    im[i] = samples.getShort() / FULL_SCALE;
                }
                // the first frame has no lead-in, so that its sound starts late; it is left out
                if (leading > 0) {
                    write(listener.hear(re, im, lead, count), out);
                }
            }
        }
    }

    private static boolean read(DataInputStream in, byte[] bytes) throws IOException {
        try {
            in.readFully(bytes);
            return true;
        } catch (EOFException end) {
            return false;
        }
    }

    private static void write(ReceivedSound heard, OutputStream out) throws IOException {
        ByteBuffer pairs =
                ByteBuffer.allocate(2 * Float.BYTES * heard.left().length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < heard.left().length; i++) {
            pairs.putFloat(heard.left()[i]).putFloat(heard.right()[i]);
        }
        out.write(pairs.array());
    }
}
