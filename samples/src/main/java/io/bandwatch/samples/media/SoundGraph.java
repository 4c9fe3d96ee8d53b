package io.bandwatch.samples.media;

import io.bandwatch.samples.media.Stretches.Stretch;
import java.util.List;

/** Filter graph of FFmpeg that makes the sound of a scene. */
final class SoundGraph {
    private static final String FORMAT = ",aresample=48000,aformat=sample_fmts=fltp:channel_layouts=stereo";

    /** Chords that swell three times a second, left and right not the same. */
    private static final String TONES = "aevalsrc='0.15*(sin(2*PI*330*t)+sin(2*PI*495*t))*(0.6+0.4*sin(2*PI*3*t))"
            + "|0.15*(sin(2*PI*330*t)+sin(2*PI*660*t))*(0.6+0.4*cos(2*PI*2*t))':s=48000";

    private final MediaScene scene;

    SoundGraph(MediaScene scene) {
        this.scene = scene;
    }

    /** The graph; its output is {@code [a]}. */
    String text() {
        List<Stretch> stretches = Stretches.of(scene, EventKind::isOfSound);
        StringBuilder graph = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            graph.append(sound(stretch))
                    .append(FORMAT)
                    .append(",atrim=duration=")
                    .append(stretch.length())
                    .append(",asetpts=PTS-STARTPTS[s")
                    .append(i)
                    .append("];");
            parts.append("[s").append(i).append(']');
        }
        return graph.append(parts)
                .append("concat=v=0:a=1:n=")
                .append(stretches.size())
                .append(",asetnsamples=p=0:n=")
                .append(scene.format().coding().soundFrameSamples())
                .append("[a]")
                .toString();
    }

    private String sound(Stretch stretch) {
        EventKind kind = stretch.kind();
        if (kind == null) {
            return source();
        }
        return switch (kind) {
            case SILENCE -> source() + ",volume=0";
            case TOO_QUIET -> source() + ",volume=-12dB";
            case TOO_LOUD -> source() + ",volume=12dB";
            case QUIET_MUSIC -> source() + ",volume=-25dB";
            // full scale is 1/8 for this source: 1 kHz at -18 dBFS, as EBU R 68 lines up
            case BARS_EBU_75, BARS_EBU_100, BARS_SMPTE, BARS_SMPTE_HD -> "sine=frequency=1000:sample_rate=48000";
            default -> source();
        };
    }

    /** Twelve decibels below what a coder can hold. */
    private String source() {
        return switch (scene.sound()) {
            case "tones" -> TONES;
            case "noise" ->
                "anoisesrc=color=pink:amplitude=0.4:sample_rate=48000:seed=" + scene.seed() + ",tremolo=f=3:d=0.8";
            default -> "amovie=filename='" + scene.sound() + "':loop=0,asetpts=N/SR/TB,volume=-12dB";
        };
    }
}
