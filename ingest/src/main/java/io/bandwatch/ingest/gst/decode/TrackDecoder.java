package io.bandwatch.ingest.gst.decode;

import io.bandwatch.dsp.ts.clock.Ticks;
import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.av.demux.PictureGroups;
import io.bandwatch.ingest.av.demux.SoundStretches;
import io.bandwatch.ingest.av.demux.Unit;
import io.bandwatch.ingest.av.demux.UnitChoice;
import io.bandwatch.ingest.av.wire.DecodedSink;
import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Order;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.signal.ts.Codec;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * One track from its units to pictures or sound. A pipeline that fails is replaced by a new one, and that is told; one that
 * fails again and again before anything came out of it is given up.
 */
final class TrackDecoder {
    private static final int MOST_VAIN_STARTS = 5;

    /** Periods of 27 MHz in one of a time stamp. */
    private static final long PTS_PERIOD = 300;

    private final Track track;
    private final DecoderElements elements;
    private final DecodedSink sink;
    private final ConcealmentLog log;
    private final StreamTime time = new StreamTime();
    private final Order order;
    private final @Nullable UnitChoice choice;

    /** How much is left out after pictures, by their time stamps, until they come out of the decoder. */
    private final NavigableMap<Long, Long> leftOutNs = new ConcurrentSkipListMap<>();

    /** Where sound goes on after some was left out, by GStreamer's times, until it comes out of the decoder. */
    private final NavigableSet<Long> resumedNs = new ConcurrentSkipListSet<>();

    private @Nullable TrackPipeline pipeline;
    private @Nullable Puller puller;
    private boolean dated;
    private boolean resuming;
    private long units;
    private long made;
    private int vainStarts;

    TrackDecoder(Track track, Codec codec, Order order, DecodedSink sink, ConcealmentLog log) {
        this.track = track;
        this.elements = DecoderElements.of(codec).orElseThrow();
        this.order = order;
        this.sink = sink;
        this.log = log;
        this.choice = choice(codec);
    }

    private @Nullable UnitChoice choice(Codec codec) {
        boolean picture = track.kind() == TrackKind.PICTURE;
        if (picture && order.depth() != DecodingDepth.WHOLE && PictureGroups.areKnownOf(codec)) {
            return PictureGroups.of(codec, this::decode);
        }
        boolean stretches = !picture && order.depth() == DecodingDepth.SAMPLES;
        return stretches ? new SoundStretches(this::resume) : null;
    }

    /** Takes the next unit; what comes before the first time stamp has no place in time and is left out. */
    void accept(Unit unit) throws IOException, InterruptedException {
        units++;
        UnitChoice chosen = choice;
        if (chosen == null) {
            decode(unit, 0);
        } else {
            chosen.accept(unit);
        }
    }

    /** To the decoder, what was left out is what got lost. */
    private void resume(Unit unit, boolean afterLeftOut) throws IOException, InterruptedException {
        resuming |= afterLeftOut;
        decode(afterLeftOut ? new Unit(unit.ptsTicks(), unit.dtsTicks(), true, unit.bytes()) : unit, 0);
    }

    private void decode(Unit unit, long leftOutTicks) throws IOException, InterruptedException {
        boolean stamped = unit.ptsTicks() != Unit.NONE;
        if (vainStarts >= MOST_VAIN_STARTS || !(dated || stamped)) {
            return;
        }
        dated = true;
        long[] ns = stamped ? time.take(unit.dtsTicks(), unit.ptsTicks()) : new long[] {-1, -1};
        if (leftOutTicks > 0) {
            leftOutNs.put(ns[1], Ticks.toNs(leftOutTicks * PTS_PERIOD));
        }
        if (resuming && stamped) {
            resuming = false;
            resumedNs.add(ns[1]);
        }
        TrackPipeline running = running();
        running.push(unit, ns[0], ns[1]);
        String failure = running.failure();
        if (failure != null) {
            replace(running, failure);
        }
    }

    /** Decodes what is left. */
    void finish() throws IOException, InterruptedException {
        UnitChoice chosen = choice;
        if (chosen != null) {
            chosen.end();
        }
        TrackPipeline last = pipeline;
        pipeline = null;
        if (last != null && !last.finish()) {
            String failure = last.failure();
            sink.fault(new Fault(track.number(), failure == null ? "the decoder did not come to its end" : failure));
        }
        made += puller == null ? 0 : puller.taken();
        puller = null;
    }

    /** Decodes what is left, and says so if nothing ever came of the track: most damage raises no error. */
    void end() throws IOException, InterruptedException {
        finish();
        if (made == 0 && vainStarts == 0) {
            String reason = units == 0 ? "none of its packets came" : "nothing could be made of " + units + " units";
            sink.fault(new Fault(track.number(), reason));
        }
    }

    private TrackPipeline running() {
        TrackPipeline now = pipeline;
        if (now == null) {
            Puller taker = track.kind() == TrackKind.PICTURE
                    ? new PicturePuller(track.number(), order, time::streamNs, sink, log, leftOutNs)
                    : new SoundPuller(track.number(), time::streamNs, sink, resumedNs);
            String description = TrackPipeline.description(elements, track.kind(), order.threads());
            now = new TrackPipeline(description, track, taker);
            puller = taker;
            pipeline = now;
        }
        return now;
    }

    private void replace(TrackPipeline failed, String failure) throws IOException, InterruptedException {
        failed.close();
        pipeline = null;
        Puller last = puller;
        made += last == null ? 0 : last.taken();
        puller = null;
        vainStarts = last != null && last.taken() > 0 ? 0 : vainStarts + 1;
        boolean givenUp = vainStarts >= MOST_VAIN_STARTS;
        sink.fault(new Fault(track.number(), givenUp ? failure + "; given up after " + vainStarts : failure));
    }
}
