package io.bandwatch.samples.media;

import io.bandwatch.samples.media.Stretches.Stretch;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filter graph of FFmpeg that makes the pictures of a scene: each stretch has a source of its own. */
final class PictureGraph {
    private static final double STILL_S = 3.6;
    private static final double CUT_S = 0.3;
    private static final int DROPPED_EVERY = 10;

    private final MediaScene scene;
    private final String size;

    PictureGraph(MediaScene scene) {
        this.scene = scene;
        this.size = "size=" + scene.format().width() + "x" + scene.format().height();
    }

    /** The graph; its output is {@code [v]}. */
    String text() {
        List<Stretch> stretches = Stretches.of(scene, EventKind::isOfPicture);
        StringBuilder graph = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            graph.append(pictures(stretch, "p" + i, still(stretches, i)))
                    .append(",fps=")
                    .append(MediaScene.RATE_HZ)
                    .append(",trim=duration=")
                    .append(stretch.length())
                    .append(",setpts=PTS-STARTPTS")
                    .append(after(stretch.kind()))
                    .append(",format=yuv420p,setsar=1[p")
                    .append(i)
                    .append("];");
            parts.append("[p").append(i).append(']');
        }
        return graph.append(parts)
                .append("concat=n=")
                .append(stretches.size())
                .append(noise(scene.noise()))
                .append("[v]")
                .toString();
    }

    private String noise(int strength) {
        return strength == 0 ? "" : ",noise=allf=t:alls=" + strength + ":all_seed=" + scene.seed();
    }

    private String pictures(Stretch stretch, String label, String still) {
        EventKind kind = stretch.kind();
        if (kind == null) {
            return source(MediaScene.RATE_HZ);
        }
        return switch (kind) {
            case BLACK, SHORT_BLACK -> "color=black:" + size;
            case FLAT_COLOUR -> "color=0x3050a0:" + size;
            case FADE_TO_BLACK -> source(MediaScene.RATE_HZ) + ",fade=t=out:st=0:d=2";
            case FREEZE -> still;
            case FREEZE_UNDER_NOISE -> still + noise(8);
            case FREEZE_WITH_CLOCK -> over(still, 0.08, label);
            case BARS_EBU_75 -> bars("pal75bars");
            case BARS_EBU_100 -> bars("pal100bars");
            case BARS_SMPTE -> bars("smptebars");
            case BARS_SMPTE_HD -> bars("smptehdbars");
            case ADVERT_STILLS -> changing(STILL_S);
            case SCENE_CUTS -> changing(CUT_S);
            case SLOW_FADE -> slowFade(stretch, still);
            case NIGHT ->
                source(MediaScene.RATE_HZ) + ",lutyuv=y=16+(val-16)*0.2:u=128+(val-128)*0.2:v=128+(val-128)*0.2";
            case TALKING_HEAD -> over(still, 1.0 / 3, label);
            case CREDITS -> credits(label);
            default -> source(MediaScene.RATE_HZ);
        };
    }

    /** As a studio sends them: in a small raster FFmpeg makes the columns wider than they are, up to three hundredths of all. */
    private String bars(String name) {
        return name + "=size=720x576,scale=" + scene.format().width() + ":"
                + scene.format().height();
    }

    /** What is left out, when the time of each picture is settled. */
    private static String after(@Nullable EventKind kind) {
        return kind == EventKind.PICTURES_DROPPED ? ",select='mod(n," + DROPPED_EVERY + ")'" : "";
    }

    private String source(double rateHz) {
        String rate = String.format(Locale.ROOT, "%.6f", rateHz);
        String picture = scene.picture();
        return switch (picture) {
            case "testsrc2", "mandelbrot" -> picture + "=rate=" + rate + ":" + size;
            case "life", "cellauto" -> picture + "=rate=" + rate + ":" + size + ":random_seed=" + scene.seed();
            default ->
                "movie=filename='" + picture + "':loop=0,setpts=N/(" + rate + "*TB),fps=" + rate + ",scale="
                        + scene.format().width() + ":" + scene.format().height();
        };
    }

    /** The picture with which the stretch before would go on, again and again. */
    private String still(List<Stretch> stretches, int place) {
        boolean follows = place > 0 && stretches.get(place - 1).kind() == null;
        long next = follows ? Math.round(stretches.get(place - 1).lengthS() * MediaScene.RATE_HZ) : 0;
        return source(MediaScene.RATE_HZ) + ",trim=start_frame=" + next + ":end_frame=" + (next + 1)
                + ",loop=loop=-1:size=1,setpts=N/(" + MediaScene.RATE_HZ + "*TB)";
    }

    /** Another picture every so often. Those of a slow zoom would be too much alike, those of a game of life are not. */
    private String changing(double everyS) {
        return "life=rate=25:random_seed=" + scene.seed() + ":" + size + ",select='not(mod(n,25))',setpts=N*" + everyS
                + "/TB";
    }

    /** With a small moving picture in it, so many times as wide and high. */
    private String over(String background, double share, String label) {
        int width = even(scene.format().width() * share);
        int height = even(scene.format().height() * share);
        return "testsrc2=rate=" + MediaScene.RATE_HZ + ":size=" + width + "x" + height + ",format=yuv420p[" + label
                + "small];"
                + background + ",format=yuv420p[" + label + "large];[" + label + "large][" + label + "small]overlay=x="
                + even(scene.format().width() * 0.55) + ":y="
                + even(scene.format().height() * 0.3);
    }

    private String credits(String label) {
        int width = even(scene.format().width() / 6.0);
        return "cellauto=rate=" + MediaScene.RATE_HZ + ":rule=110:random_seed=" + scene.seed() + ":size=" + width + "x"
                + scene.format().height() + ",format=yuv420p[" + label + "signs];color=black:" + size + "[" + label
                + "ground];[" + label + "ground][" + label + "signs]overlay=x="
                + even(scene.format().width() * 0.4) + ":y=0";
    }

    private static String slowFade(Stretch stretch, String still) {
        String half = String.format(Locale.ROOT, "%.2f", stretch.lengthS() / 2);
        return still + ",fade=t=out:st=0:d=" + half + ":enable='lt(t," + half + ")',fade=t=in:st=" + half + ":d=" + half
                + ":enable='gte(t," + half + ")'";
    }

    private static int even(double value) {
        return Math.max(2, 2 * (int) Math.round(value / 2));
    }
}
