package io.bandwatch.deploy.evidence.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.bandwatch.alerts.evidence.EvidenceFolder;
import io.bandwatch.alerts.evidence.EvidenceLedger;
import io.bandwatch.alerts.evidence.EvidenceLedger.Entry;
import io.bandwatch.alerts.evidence.EvidenceLedger.State;
import io.bandwatch.alerts.journal.LiveBoard;
import io.bandwatch.deploy.config.EvidenceConfig;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.preroll.Clip;
import io.bandwatch.ingest.live.preroll.KeptLook;
import io.bandwatch.ingest.live.preroll.Room;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal and makes the evidence of each incident of a live feed when its clip is whole in the ring. What could not be made is
 * noted with its reason; nothing that happens here stops the monitoring.
 */
public final class LiveEvidence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvidence.class);
    private static final long EVERY_MS = 1000;
    private static final long PATIENCE_MS = 5000;

    /** So long is waited for the end of a clip where nothing comes. A round of visits is told at its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** A ring that is so far behind its feed is not written any more. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    /** A clock of the day that was set ahead by more, as by a wrong year, deletes nothing. */
    private static final Duration TRUSTED = Duration.ofHours(1);

    /** Of a dead receiver all but microseconds is unheard, since looks and intervals end apart; of one that lives, whole looks are heard. */
    private static final double LEAST_HEARD_S = 0.5;

    private final EvidenceConfig config;
    private final Map<String, LiveFeedSpec> feeds = new HashMap<>();
    private final LiveBoard board;
    private final EvidenceLedger ledger;
    private final BundleMaker maker;
    private final InstantSource clock;
    private final ClockSteps steps;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "evidence");
    private volatile String lastProblem = "";

    /** @param ledger of the folder of evidence */
    public LiveEvidence(EvidenceConfig config, List<LiveFeedSpec> feeds, LiveBoard board, EvidenceLedger ledger) {
        this(
                config,
                feeds,
                board,
                ledger,
                Room.on(config.bundles(), config.leastFreeBytes()),
                InstantSource.system(),
                System::nanoTime);
    }

    LiveEvidence(
            EvidenceConfig config,
            List<LiveFeedSpec> feeds,
            LiveBoard board,
            EvidenceLedger ledger,
            Room room,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.config = config;
        feeds.forEach(feed -> this.feeds.put(feed.feed(), feed));
        this.board = board;
        this.ledger = ledger;
        this.maker = new BundleMaker(config, ledger, room);
        this.clock = clock;
        this.steps = new ClockSteps(clock, nanoTime);
        thread.setDaemon(true);
    }

    /** Begins to follow the journal. */
    public void start() throws IOException {
        new EvidenceFolder(config.bundles()).deleteUnfinished();
        thread.start();
    }

    private void run() {
        try {
            do {
                tick();
            } while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what is due. */
    void tick() {
        try {
            for (JsonNode incident : board.now().incidents()) {
                String id = incident.path("id").asText();
                String feed = incident.path("subject").path("feed").asText();
                if (feeds.containsKey(feed) && ledger.of(id).isEmpty()) {
                    waiting.putIfAbsent(id, new Waiting(Wish.of(incident), clock.instant()));
                }
            }
            for (Iterator<Waiting> left = waiting.values().iterator(); left.hasNext() && closing.getCount() > 0; ) {
                Waiting next = left.next();
                if (isDue(next)) {
                    left.remove();
                    note(made(next.wish));
                }
            }
            ledger.writeDown();
            if (steps.since().compareTo(TRUSTED) < 0) {
                for (Entry entry : ledger.keptBefore(clock.instant().minus(config.keep()))) {
                    ledger.expire(entry, clock.instant());
                    LOG.info("the evidence of {} was kept for {}, and is deleted", entry.incident(), config.keep());
                }
            }
        } catch (IOException | RuntimeException problem) {
            // whatever it is, the next incident is to have its evidence
            LOG.warn("evidence cannot be made now", problem);
        }
    }

    /** Looks tell when something was, whatever the clock of the day has been set to since; the clock tells only how long it was waited for. */
    private boolean isDue(Waiting waited) throws IOException {
        Instant end = waited.wish.raised().plus(config.after());
        boolean whole = newest(waited.wish.feed())
                .map(look -> !look.head().to().isBefore(end))
                .orElse(false);
        return whole
                || clock.instant().isAfter(waited.since.plus(config.after()).plus(PATIENCE));
    }

    /** A wish, and since when it is known. */
    private record Waiting(Wish wish, Instant since) {}

    private Optional<KeptLook> newest(String feed) throws IOException {
        return Clip.newest(config.preroll().ring(feed));
    }

    private Entry made(Wish wish) {
        try {
            LiveFeedSpec feed = java.util.Objects.requireNonNull(feeds.get(wish.feed()));
            return maker.make(wish, feed.receiver(), clock.instant());
        } catch (IOException | RuntimeException failure) {
            LOG.warn("the evidence of {} cannot be written", wish.id(), failure);
            return BundleMaker.missing(wish, clock.instant(), "not-written");
        }
    }

    private void note(Entry entry) throws IOException {
        boolean full = entry.state() == State.MISSING && !entry.reason().equals("not-in-ring");
        lastProblem = full ? entry.incident() + " has no evidence: " + entry.reason() : "";
        if (entry.state() == State.MISSING) {
            LOG.warn("the evidence of {} is missing: {}", entry.incident(), entry.reason());
        }
        ledger.note(entry);
    }

    /** What keeps evidence from being made now. */
    public Optional<String> problem() {
        if (!lastProblem.isEmpty()) {
            return Optional.of(lastProblem);
        }
        if (steps.since().compareTo(TRUSTED) >= 0) {
            return Optional.of(
                    "the clock of the day was set ahead by " + steps.since().toMinutes()
                            + " min since the service was started: no evidence is deleted for its age until it is right, or the service is started again");
        }
        try {
            for (JsonNode receiver : board.now().receivers()) {
                Optional<String> behind = behind(receiver);
                if (behind.isPresent()) {
                    return behind;
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(unreadable.toString());
        }
    }

    /** Whether the ring of a receiver that is heard is not written any more. */
    private Optional<String> behind(JsonNode receiver) throws IOException {
        String feed = receiver.path("feed").asText();
        double heardS = receiver.path("duration_s").asDouble()
                - receiver.path("unheard_s").asDouble();
        if (!feeds.containsKey(feed) || heardS < LEAST_HEARD_S) {
            return Optional.empty();
        }
        // it may have died within the interval
        Instant heard = Instant.parse(receiver.path("time").asText()).plusMillis(Math.round(1000 * heardS));
        Optional<KeptLook> newest = newest(feed);
        boolean kept = newest.isPresent() && !newest.get().head().to().isBefore(heard.minus(BEHIND));
        return kept
                ? Optional.empty()
                : Optional.of("the samples of " + feed + " are not kept; is there room on the disk of "
                        + config.folder() + "?");
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
