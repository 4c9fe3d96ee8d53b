package io.bandwatch.deploy.cli.acceptance.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.UnlikeSeconds;
import java.util.List;

/** What a naive rule makes of the same sounds. Not thread-safe. */
final class NaiveTally {
    private static final double RECALL = 0.99;

    private final NaiveRule rule;
    private final UnlikeSeconds seconds = new UnlikeSeconds(RECALL);

    NaiveTally(NaiveRule rule) {
        this.rule = rule;
    }

    void count(Heard reference, Heard air, Way way, List<Insertion> insertions) {
        List<UnlikeSeconds.Span> spans = insertions.stream()
                .map(insertion -> new UnlikeSeconds.Span(insertion.fromS(), insertion.toS()))
                .toList();
        seconds.with(spans, rule.unlike(reference, air, way));
    }

    void clean(Heard reference, Heard air, Way way) {
        seconds.without(rule.unlike(reference, air, way));
    }

    boolean fails() {
        return seconds.fails();
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("rule", rule.word());
        seconds.put(node);
        return node;
    }
}
