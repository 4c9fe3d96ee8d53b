package io.bandwatch.ingest.av;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that came out of a decoder, kept as far as tests ask for it. */
class Decoded implements DecodedListener {
    final Map<Integer, Track> tracks = new TreeMap<>();
    final List<Fault> faults = new ArrayList<>();
    final List<Restart> restarts = new ArrayList<>();
    final List<Long> pictureTimesNs = new ArrayList<>();
    Map<Integer, TrackCounts> counts = Map.of();
    /** By their times, something that tells whether samples are the same. */
    final Map<Long, Integer> sounds = new TreeMap<>();

    volatile long pictures;
    private long lumaSum;
    private long lumaSamples;

    static Decoded of(Order order, byte[] stream) throws IOException, InterruptedException {
        Decoded decoded = new Decoded();
        try (ServiceDecoder decoder = new ServiceDecoder("test", order, decoded)) {
            if (order.file().isEmpty()) {
                decoder.give(stream, 0, stream.length);
            }
            decoder.finish();
            decoded.counts = decoder.counts();
        }
        return decoded;
    }

    static Decoded of(int programme, Path stream) throws IOException, InterruptedException {
        return of(Order.ofProgramme(programme), Files.readAllBytes(stream));
    }

    /** Pictures, or samples of one channel, of the first track of a kind. */
    TrackCounts first(TrackKind kind) {
        return tracks.values().stream()
                .filter(track -> track.kind() == kind)
                .findFirst()
                .map(track -> counts.getOrDefault(track.number(), TrackCounts.NONE))
                .orElse(TrackCounts.NONE);
    }

    /** Over all samples of all small pictures. */
    double meanLuma() {
        return (double) lumaSum / lumaSamples;
    }

    @Override
    public void track(Track track) {
        tracks.put(track.number(), track);
    }

    @Override
    public void picture(Picture picture) {
        pictureTimesNs.add(picture.ptsNs());
        for (byte sample : picture.luma()) {
            lumaSum += sample & 0xFF;
        }
        lumaSamples += picture.luma().length;
        pictures = pictureTimesNs.size();
    }

    @Override
    public void sound(Sound sound) {
        sounds.put(sound.ptsNs(), Arrays.hashCode(sound.samples()));
    }

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void restarted(Restart restart) {
        restarts.add(restart);
    }
}
