package io.bandwatch.samples.audio;

import io.bandwatch.samples.yaml.ScenarioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jflac.FLACDecoder;
import org.jflac.PCMProcessor;
import org.jflac.metadata.StreamInfo;
import org.jflac.util.ByteData;

/** Reads FLAC. */
final class FlacClip implements PCMProcessor {
    private int channels;
    private int bytesPerSample;
    private int rateHz;
    private float[] left = new float[1 << 16];
    private float[] right = new float[1 << 16];
    private int count;

    private FlacClip() {}

    static SoundClip read(String name, byte[] flac) {
        FlacClip clip = new FlacClip();
        FLACDecoder decoder = new FLACDecoder(new ByteArrayInputStream(flac));
        decoder.addPCMProcessor(clip);
        try {
            decoder.decode();
        } catch (IOException | RuntimeException e) {
            if (clip.count == 0) {
                throw new ScenarioException(name + ": cannot be decoded (" + e + "); give a sound FLAC file", e);
            }
        }
        if (clip.count == 0) {
            throw new ScenarioException(name + ": has no samples; give a sound FLAC file");
        }
        return SoundClip.ofRate(
                Arrays.copyOf(clip.left, clip.count), Arrays.copyOf(clip.right, clip.count), clip.rateHz);
    }

    @Override
    public void processStreamInfo(StreamInfo info) {
        channels = info.getChannels();
        bytesPerSample = (info.getBitsPerSample() + 7) / 8;
        rateHz = info.getSampleRate();
    }

    @Override
    public void processPCM(ByteData pcm) {
        int frame = bytesPerSample * channels;
        byte[] data = pcm.getData();
        for (int at = 0; at + frame <= pcm.getLen() && count < SoundClip.LONGEST_S * rateHz; at += frame) {
            if (count == left.length) {
                left = Arrays.copyOf(left, 2 * count);
                right = Arrays.copyOf(right, 2 * count);
            }
            left[count] = sample(data, at);
            right[count] = channels > 1 ? sample(data, at + bytesPerSample) : left[count];
            count++;
        }
    }

    private float sample(byte[] data, int at) {
        if (bytesPerSample == 1) {
            // eight bits come out unsigned, as in WAV
            return ((data[at] & 0xFF) - 128) / 128f;
        }
        int value = data[at + bytesPerSample - 1];
        for (int b = bytesPerSample - 2; b >= 0; b--) {
            value = (value << 8) | (data[at + b] & 0xFF);
        }
        return value / (float) (1L << (8 * bytesPerSample - 1));
    }
}
