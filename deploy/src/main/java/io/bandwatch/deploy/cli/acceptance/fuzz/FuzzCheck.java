package io.bandwatch.deploy.cli.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.bench.AcceptanceCheck;
import io.bandwatch.deploy.cli.acceptance.bench.Count;
import io.bandwatch.deploy.cli.acceptance.bench.SceneBench;
import io.bandwatch.deploy.cli.acceptance.bench.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Half an hour of coverage-guided search for each reader of bytes, all side by side. Every input that breaks one, or that one
 * takes too long for, counts.
 */
public final class FuzzCheck implements AcceptanceCheck {
    private static final long SEARCH_S = 30 * 60;

    private final List<FuzzTarget> targets;

    private FuzzCheck(List<FuzzTarget> targets) {
        this.targets = targets;
    }

    /** Of every reader. */
    public static FuzzCheck whole() {
        return new FuzzCheck(FuzzTarget.all());
    }

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String statement() {
        return "In 30 minutes of coverage-guided search each, no bytes are found that the readers of transport streams"
                + " break or hang on.";
    }

    @Override
    public FuzzCheck only(Selection part) {
        List<FuzzTarget> chosen = targets.stream()
                .filter(target -> target.name().equals(part.scene()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("has the scenes "
                    + String.join(", ", targets.stream().map(FuzzTarget::name).toList()) + "; name one with --scene");
        }
        return new FuzzCheck(chosen);
    }

    @Override
    public Count count(SceneBench bench) throws IOException, InterruptedException {
        FuzzSearch search = new FuzzSearch(bench.root());
        search.prepare();
        bench.tell("searching for %d minutes, %d readers side by side", SEARCH_S / 60, targets.size());
        ExecutorService pool = Executors.newFixedThreadPool(targets.size());
        try {
            List<Future<FuzzLog>> running = new ArrayList<>();
            for (FuzzTarget target : targets) {
                running.add(pool.submit(() -> search.search(target)));
            }
            ArrayNode told = JsonNodeFactory.instance.arrayNode();
            boolean holds = true;
            for (int i = 0; i < running.size(); i++) {
                FuzzTarget target = targets.get(i);
                FuzzLog log = running.get(i).get();
                bench.tell("%s: %s; the log is in %s", target.name(), log, search.log(target));
                told.add(figures(target, log));
                holds &= log.ended() && log.seconds() >= SEARCH_S && log.findings() == 0;
            }
            ObjectNode figures = JsonNodeFactory.instance.objectNode();
            figures.set("readers", told);
            return new Count(holds, figures);
        } catch (ExecutionException failed) {
            throw new IOException("a search could not be made: " + failed.getCause(), failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private static ObjectNode figures(FuzzTarget target, FuzzLog log) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("reader", target.name());
        figures.put("test", target.test());
        figures.put("seconds", log.seconds());
        figures.put("executions", log.executions());
        figures.put("edges_covered", log.coverage());
        figures.put("inputs_kept", log.corpus());
        figures.put("findings", log.findings());
        figures.put("ended", log.ended());
        return figures;
    }
}
