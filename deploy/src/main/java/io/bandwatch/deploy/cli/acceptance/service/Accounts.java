package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What became of all that was sent.
 *
 * @param receivers accounts of samples
 * @param multiplexes accounts of packets
 */
public record Accounts(List<ReceiverAccount> receivers, List<StreamAccount> multiplexes) {
    /** What was sent against what the journal and the time series say. */
    public static Accounts of(Outside outside, Journal journal, TimeSeries series) {
        Map<String, Map<String, Long>> received = series.last("receiver_1s");
        Map<String, Map<String, Long>> streams = series.last("stream_1s");
        List<ReceiverAccount> samples = outside.receivers().entrySet().stream()
                .map(each -> new ReceiverAccount(
                        each.getKey(),
                        each.getValue().sentSamples(),
                        journal.receivers().getOrDefault(each.getKey(), MissingNode.getInstance()),
                        received.getOrDefault(each.getKey(), Map.of()).getOrDefault("received_samples", -1L)))
                .toList();
        List<StreamAccount> packets = outside.multiplexes().entrySet().stream()
                .map(each -> new StreamAccount(
                        each.getKey(), each.getValue().sent(), streams.getOrDefault(each.getKey(), Map.of())))
                .toList();
        return new Accounts(samples, packets);
    }

    /** Whether every sample and packet is in one count, and in one only. */
    public boolean areExact() {
        return receivers.stream().allMatch(ReceiverAccount::isExact)
                && multiplexes.stream().allMatch(StreamAccount::isExact);
    }

    /** How long the samples of a receiver lasted of which nothing is known, s. */
    public double secondsUnseen(String feed, double rateHz) {
        return receivers.stream()
                        .filter(account -> account.feed().equals(feed))
                        .mapToLong(ReceiverAccount::unseen)
                        .sum()
                / rateHz;
    }

    /** Puts them all among other figures. */
    public void put(ObjectNode figures) {
        receivers.forEach(account -> figures.withArray("receivers").add(account.figures()));
        multiplexes.forEach(account -> figures.withArray("multiplexes").add(account.figures()));
    }
}
