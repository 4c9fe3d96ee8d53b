package io.bandwatch.samples.recording;

import io.bandwatch.samples.scenario.Container;
import io.bandwatch.samples.scenario.IqFormat;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes one recording of a scenario, as a stream. File names carry centre and rate as {@code night-98.0MHz-2.4MSps.cu8};
 * a SigMF pair carries them, and the start, in its metadata.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final int BATCH = 1 << 15;
    private static final int WAV_HEADER_BYTES = 44;

    private final Scenario scenario;
    private final Path data;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final float[] re = new float[BATCH];
    private final float[] im = new float[BATCH];

    /** Opens the files of the scenario's recording in a folder, replacing older ones. */
    public RecordingWriter(Scenario scenario, Path folder) throws IOException {
        this.scenario = scenario;
        this.data = folder.resolve(dataName(scenario));
        this.buffer =
                ByteBuffer.allocateDirect(BATCH * scenario.format().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        this.channel = FileChannel.open(
                data, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        if (scenario.container() == Container.WAV) {
            writeWavHeader();
        }
    }

    /** Name of the file that is replayed: the recording itself, or the metadata of a SigMF pair. */
    public static String name(Scenario scenario) {
        return scenario.container() == Container.SIGMF ? stem(scenario) + ".sigmf-meta" : dataName(scenario);
    }

    /** Something that fills arrays with the next samples, from index {@code from} on. */
    @FunctionalInterface
    public interface Samples {
        void read(float[] re, float[] im, int from, int count);
    }

    /** Writes the next {@code count} samples. */
    public void write(Samples samples, long count) throws IOException {
        long left = count;
        while (left > 0) {
            int part = (int) Math.min(left, BATCH);
            samples.read(re, im, 0, part);
            buffer.clear();
            SampleEncoder.encode(scenario.format(), re, im, part, buffer);
            buffer.flip();
            drain();
            left -= part;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (scenario.container() == Container.SIGMF) {
            Path meta = data.resolveSibling(stem(scenario) + ".sigmf-meta");
            Files.writeString(meta, SigmfMetadata.of(scenario), StandardCharsets.UTF_8);
        }
    }

    private static String dataName(Scenario scenario) {
        return switch (scenario.container()) {
            case RAW -> stem(scenario) + "." + scenario.format().code();
            case WAV -> scenario.name() + "_" + Math.round(scenario.centerHz()) + "Hz_IQ.wav";
            case SIGMF -> stem(scenario) + ".sigmf-data";
        };
    }

    private static String stem(Scenario scenario) {
        return scenario.name() + "-" + inMillions(scenario.centerHz()) + "MHz-" + inMillions(scenario.sampleRateHz())
                + "MSps";
    }

    private static String inMillions(double value) {
        BigDecimal millions = BigDecimal.valueOf(value).movePointLeft(6).stripTrailingZeros();
        return (millions.scale() < 1 ? millions.setScale(1) : millions).toPlainString();
    }

    private void writeWavHeader() throws IOException {
        int frame = scenario.format().bytes();
        long dataBytes = scenario.samples() * frame;
        if (dataBytes > 0xFFFFFFFFL - WAV_HEADER_BYTES) {
            throw new IOException("a WAV file holds 4 GiB, this recording has " + dataBytes
                    + " bytes: write container: sigmf into the scenario");
        }
        int rate = (int) Math.round(scenario.sampleRateHz());
        buffer.clear();
        tag("RIFF").putInt((int) (dataBytes + WAV_HEADER_BYTES - 8));
        tag("WAVE");
        tag("fmt ").putInt(16).putShort((short) (scenario.format() == IqFormat.CF32 ? 3 : 1));
        buffer.putShort((short) 2).putInt(rate).putInt(rate * frame);
        buffer.putShort((short) frame).putShort((short) (frame * 4));
        tag("data").putInt((int) dataBytes);
        buffer.flip();
        drain();
    }

    private ByteBuffer tag(String tag) {
        return buffer.put(tag.getBytes(StandardCharsets.US_ASCII));
    }

    private void drain() throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
