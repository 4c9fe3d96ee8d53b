package io.bandwatch.alerts.push.service;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.journal.AcknowledgementTail;
import io.bandwatch.alerts.push.CarrierFacts;
import io.bandwatch.alerts.push.channel.Channel;
import io.bandwatch.alerts.push.channel.Channels;
import io.bandwatch.alerts.push.outbox.DeadPush;
import io.bandwatch.alerts.push.outbox.Outbox;
import io.bandwatch.alerts.push.outbox.OutboxCounts;
import io.bandwatch.alerts.push.outbox.QueuedPush;
import io.bandwatch.alerts.push.plan.PlanState;
import io.bandwatch.alerts.push.plan.PlanStep;
import io.bandwatch.alerts.push.plan.Planner;
import io.bandwatch.alerts.push.settings.ChannelSettings;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.verdict.CarrierRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of incidents. When {@link #accept} has returned, the change is on disk with whatever pushes the rules made of it:
 * they are delivered at least once each, whatever is killed, and have one key however often they are sent. A change handed in
 * again makes nothing. Only one service may have a folder. Thread-safe.
 */
public final class PushService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushService.class);
    private static final Duration BROKEN_PAUSE = Duration.ofSeconds(10);
    private static final Duration FOLLOWED_EVERY = Duration.ofSeconds(1);
    private static final Duration HEALTH_EVERY = Duration.ofSeconds(5);
    private static final String TAKING_IN = "taking-in";

    private final Clock clock;
    private final Planner planner;
    private final Outbox outbox;
    private final Map<String, CarrierFacts> carriers = new HashMap<>();
    private final SortedMap<String, Courier> couriers = new TreeMap<>();
    private final Map<String, Bell> bells = new HashMap<>();
    private final Bell plannerBell = new Bell();
    private final @Nullable AcknowledgementTail tail;
    private final List<Thread> threads = new ArrayList<>();
    private PlanState state;
    private Set<String> acknowledged = Set.of();
    private final ConcurrentSkipListMap<String, String> problems = new ConcurrentSkipListMap<>();
    private final PushHealthFile healthFile;

    /**
     * Opens the outbox and the channels; nothing is sent before {@link #start}.
     *
     * @param folder of the outbox
     * @param environment where secrets are that are not in files
     * @param tail who knows of which incident, which is followed, or null where nobody can say so
     * @throws IllegalArgumentException if a channel cannot be used as it is configured
     */
    public PushService(
            PushSettings settings,
            Path folder,
            Map<String, String> environment,
            @Nullable AcknowledgementTail tail,
            Clock clock)
            throws IOException {
        this.clock = clock;
        this.tail = tail;
        this.planner = new Planner(settings.rules(), settings.places());
        Channels channels = new Channels(settings, environment);
        Map<ChannelSettings, Channel> opened = new HashMap<>();
        settings.channels().forEach(channel -> opened.put(channel, channels.open(channel)));
        this.outbox = new Outbox(folder, settings.outboxBytes());
        this.healthFile = new PushHealthFile(folder);
        this.state = outbox.state();
        opened.forEach((channel, way) -> {
            couriers.put(channel.name(), new Courier(channel, way, outbox, clock));
            bells.put(channel.name(), new Bell());
        });
        giveUpStranded();
    }

    private void giveUpStranded() throws IOException {
        for (String channel : outbox.waitingChannels()) {
            if (!couriers.containsKey(channel)) {
                for (Optional<QueuedPush> first = outbox.first(channel);
                        first.isPresent();
                        first = outbox.first(channel)) {
                    outbox.giveUp(first.get().push(), null, "the channel is not configured any more", clock.instant());
                }
                LOG.error("pushes for channel {}, which is not configured any more, are given up and kept", channel);
            }
        }
    }

    /** Begins to send. */
    public synchronized void start() {
        AcknowledgementTail followed = tail;
        if (followed != null) {
            // before anything that became due meanwhile is told
            try {
                follow(followed);
            } catch (IOException unreadable) {
                broken(TAKING_IN, unreadable);
            }
            begin("push-acknowledgements", new Bell(), () -> follow(followed));
        }
        begin("push-rules", plannerBell, this::plan);
        couriers.forEach((name, courier) -> begin("push-" + name, bell(name), courier::carry));
        begin("push-health", new Bell(), this::tellHealth);
    }

    /** What a thread does again and again; returns when next, null for when its bell is rung. */
    private interface Chore {
        @Nullable
        Instant run() throws IOException, InterruptedException;
    }

    private void begin(String name, Bell bell, Chore chore) {
        Thread thread = new Thread(() -> repeat(name, bell, chore), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void repeat(String name, Bell bell, Chore chore) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Instant next;
                try {
                    next = chore.run();
                    problems.remove(name);
                } catch (IOException | RuntimeException broken) {
                    next = broken(name, broken);
                }
                bell.await(next, clock);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** What works says nothing of what does not: each chore has its own problem. */
    private Instant broken(String chore, Exception problem) {
        boolean defect = problem instanceof RuntimeException;
        String said = String.valueOf(defect ? problem : problem.getMessage());
        if (problems.put(chore, said) == null) {
            if (defect) {
                LOG.error("{} ({})", said, chore, problem);
            } else {
                LOG.error("{} ({})", said, chore);
            }
        }
        return clock.instant().plus(BROKEN_PAUSE);
    }

    private Instant tellHealth() throws IOException {
        Instant now = clock.instant();
        healthFile.write(health(), now);
        return now.plus(HEALTH_EVERY);
    }

    private @Nullable Instant plan() throws IOException {
        synchronized (this) {
            Instant now = clock.instant();
            if (state.wakeAt().filter(wake -> !wake.isAfter(now)).isPresent()) {
                take(planner.onDeadline(state, now), now);
            }
            return state.wakeAt().orElse(null);
        }
    }

    /** What was measured last of a carrier; pushes about it say so. Kept in memory only. */
    public synchronized void observe(CarrierRecord carrier) {
        String place = Subject.carrier(carrier.feed(), carrier.channelHz(), carrier.slot())
                .place();
        carriers.put(place, CarrierFacts.of(carrier));
    }

    /**
     * Takes in a change of an incident.
     *
     * @throws IOException if it could not be written; then nothing has happened, and it has to be handed in again
     */
    public synchronized void accept(Incident incident) throws IOException {
        Instant now = clock.instant();
        take(planner.onChange(state, incident, carriers.get(incident.subject().place()), now), now);
        if (acknowledged.contains(incident.id())) {
            take(planner.onAcknowledged(state, Set.of(incident.id()), now), now);
        }
    }

    /** An incident that is not known here yet is settled when it comes. */
    private synchronized Instant follow(AcknowledgementTail followed) throws IOException {
        Instant now = clock.instant();
        Set<String> all = followed.incidents();
        if (!all.equals(acknowledged)) {
            take(planner.onAcknowledged(state, all, now), now);
            acknowledged = all;
        }
        return now.plus(FOLLOWED_EVERY);
    }

    /** Whether it was taken up that somebody knows of an incident. */
    synchronized boolean isAcknowledged(String incident) {
        return acknowledged.contains(incident);
    }

    private void take(PlanStep step, Instant now) throws IOException {
        try {
            outbox.commit(state, step.next(), step.pushes(), now);
        } catch (IOException unwritable) {
            broken(TAKING_IN, unwritable);
            throw unwritable;
        }
        problems.remove(TAKING_IN);
        state = step.next();
        step.pushes().forEach(push -> bell(push.channel()).ring());
        plannerBell.ring();
    }

    private Bell bell(String channel) {
        return bells.computeIfAbsent(channel, unknown -> new Bell());
    }

    /** What was given up, the newest first. */
    public List<DeadPush> dead(int most) throws IOException {
        return outbox.dead(most);
    }

    /** How pushes do. */
    public PushHealth health() throws IOException {
        SortedMap<String, OutboxCounts> counts = outbox.counts();
        SortedMap<String, ChannelHealth> channels = new TreeMap<>();
        couriers.forEach(
                (name, courier) -> channels.put(name, courier.health(counts.getOrDefault(name, OutboxCounts.NONE))));
        return new PushHealth(channels, String.join("; ", new LinkedHashSet<>(problems.values())));
    }

    /** Stops; what has not been delivered waits in the outbox for the next start. */
    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        for (Courier courier : couriers.values()) {
            courier.close();
        }
        outbox.close();
    }
}
