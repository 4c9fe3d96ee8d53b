package io.bandwatch.alerts.push.text;

import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.Tally;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts pushes into the words of one language. Immutable. */
public final class PushTexts {
    /** Nobody reads more on a telephone. */
    private static final int MOST_ITEMS = 10;

    private static final Comparator<PushItem> WORST_FIRST =
            Comparator.comparing((PushItem item) -> item.incident().severity()).reversed();

    private final Messages messages;
    private final Places places;
    private final @Nullable String console;

    /**
     * Texts in one language.
     *
     * @param console address of the console that links lead to, or null for no links
     */
    public PushTexts(Messages messages, Places places, @Nullable String console) {
        this.messages = messages;
        this.places = places;
        this.console = console == null || console.endsWith("/") ? console : console + '/';
    }

    /**
     * A push in words: the worst incidents one by one, as many as fit, the others counted.
     *
     * @param mostBytes most bytes of the body in UTF-8
     */
    public PushText of(Push push, PushStyle style, int mostBytes) {
        List<PushItem> items = push.items().stream().sorted(WORST_FIRST).toList();
        String title = style.safe(title(push));
        for (int shown = Math.min(items.size(), MOST_ITEMS); ; shown--) {
            String body = body(push, items, shown, style);
            if (shown == 0 || body.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
                return new PushText(title, cut(body, mostBytes));
            }
        }
    }

    /** One line about one incident. */
    public String headline(PushItem item) {
        return itemText(item).headline();
    }

    /** Everything about one incident, line by line. */
    public String details(PushItem item) {
        return String.join("\n", itemText(item).lines());
    }

    /** Where the console shows an incident, or null without a console. */
    public @Nullable String link(PushItem item) {
        return console == null
                ? null
                : console + "incidents/" + URLEncoder.encode(item.incident().id(), StandardCharsets.UTF_8);
    }

    private String title(Push push) {
        List<PushItem> items = push.items();
        String count = Integer.toString(items.size());
        return switch (push.form()) {
            case MORNING -> messages.text("push.title.morning", count);
            case STORM -> messages.text("push.title.storm", count);
            case INCIDENTS ->
                items.size() == 1
                        ? headline(items.get(0))
                        : messages.text(
                                "push.title.several",
                                count,
                                messages.of(items.get(0).incident().kind()),
                                places.of(items.get(0).incident().subject().feed())
                                        .site());
        };
    }

    private String body(Push push, List<PushItem> items, int shown, PushStyle style) {
        StringBuilder body = new StringBuilder();
        if (push.failedChannel() != null) {
            line(body, style, messages.text("push.failed-channel", push.failedChannel()));
        }
        for (Tally tally : push.form() == PushForm.INCIDENTS ? List.<Tally>of() : push.tallies()) {
            String count = Integer.toString(tally.count());
            line(body, style, messages.text("push.tally", messages.of(tally.kind()), count, tally.site()));
        }
        for (PushItem item : items.subList(0, shown)) {
            body.append(body.length() == 0 ? "" : "\n");
            add(body, item, style);
        }
        if (shown < items.size()) {
            body.append("\n");
            line(body, style, messages.text("push.more", Integer.toString(items.size() - shown)));
        }
        return body.toString();
    }

    private void add(StringBuilder body, PushItem item, PushStyle style) {
        ItemText text = itemText(item);
        body.append(style.bold(style.safe(text.headline()))).append(style.lineEnd());
        text.lines().forEach(line -> line(body, style, line));
        String link = link(item);
        if (link != null) {
            body.append(style.link(messages.text("push.details"), link)).append(style.lineEnd());
        }
    }

    private static void line(StringBuilder body, PushStyle style, String line) {
        body.append(style.safe(line)).append(style.lineEnd());
    }

    /** Only where not even the counts fit; never within a character. */
    private static String cut(String body, int mostBytes) {
        int length = body.length();
        while (body.substring(0, length).getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            length -= length > 1 && Character.isLowSurrogate(body.charAt(length - 1)) ? 2 : 1;
        }
        return body.substring(0, length);
    }

    private ItemText itemText(PushItem item) {
        return new ItemText(messages, item, places.of(item.incident().subject().feed()));
    }
}
