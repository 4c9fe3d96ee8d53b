package io.bandwatch.dsp.ts.table;

import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Codec, role and language of a component, from its stream_type and its descriptors: EN 300 468, table 12 and 109; ISO/IEC
 * 13818-1, 2.6; registration (2.6.8) by the list of the SMPTE registration authority; ATSC A/52, Annex A; ARIB STD-B10, part 2.
 */
final class ComponentReader {
    /** "HDMV". */
    private static final int BLU_RAY = 0x4844_4D56;

    private final int streamType;
    private boolean bluRay;
    private @Nullable StreamKind kind;
    private @Nullable StreamKind registered;
    private @Nullable String language;
    private @Nullable String otherLanguage;
    private boolean t2mi;

    /**
     * @param streamType stream_type of the PMT
     * @param programmeRegistration format_identifier of the programme's registration descriptor, 0 without one
     */
    ComponentReader(int streamType, int programmeRegistration) {
        this.streamType = streamType;
        this.bluRay = programmeRegistration == BLU_RAY;
    }

    /** Takes the descriptor that the walk stands at. */
    void read(Descriptors descriptor) {
        switch (descriptor.tag()) {
            case 0x03 -> kind = layer(descriptor.u8(0) >> 4 & 3);
            case 0x05 -> {
                registered = ofRegistration(descriptor.u32(0));
                bluRay |= descriptor.u32(0) == BLU_RAY;
            }
            case 0x0A -> language = language(descriptor, 0);
            case 0x46, 0x56 -> {
                kind = StreamKind.TELETEXT;
                otherLanguage = language(descriptor, 0);
            }
            case 0x59 -> {
                kind = StreamKind.SUBTITLE;
                otherLanguage = language(descriptor, 0);
            }
            case 0x6A, 0x81 -> kind = StreamKind.audio(Codec.AC3);
            case 0x7A, 0xCC -> kind = StreamKind.audio(Codec.EAC3);
            case 0x7B -> kind = StreamKind.audio(Codec.DTS);
            case 0x6F -> kind = StreamKind.AIT;
            case 0x7F -> extension(descriptor);
            case 0xFD -> dataComponent(descriptor.u16(0));
            default -> {}
        }
    }

    /** A T2-MI descriptor was among them (EN 300 468, 6.4.14). */
    boolean isT2mi() {
        return t2mi;
    }

    TsComponent component(int pid) {
        StreamKind found = resolved();
        return new TsComponent(
                pid, streamType, found.codec(), found.role(), language == null ? otherLanguage : language);
    }

    /** A stream_type that says what it is stands above descriptors; private data is what its descriptors say. */
    private StreamKind resolved() {
        StreamKind byType = StreamKind.ofStreamType(streamType, bluRay);
        boolean open = byType.role() == PidRole.DATA || (byType.codec() == Codec.MP2 && isMpegAudio(kind));
        if (!open) {
            return byType;
        }
        if (kind != null) {
            return kind;
        }
        return registered == null ? byType : registered;
    }

    private static boolean isMpegAudio(@Nullable StreamKind kind) {
        return kind != null && (kind.codec() == Codec.MP1 || kind.codec() == Codec.MP3);
    }

    /** audio_stream_descriptor (ISO/IEC 13818-1, 2.6.4) gives the layer as the sound's own header does. */
    private @Nullable StreamKind layer(int code) {
        return switch (code) {
            case 3 -> StreamKind.audio(Codec.MP1);
            case 2 -> StreamKind.audio(Codec.MP2);
            case 1 -> StreamKind.audio(Codec.MP3);
            default -> kind;
        };
    }

    /** EN 300 468, table 109. */
    private void extension(Descriptors descriptor) {
        switch (descriptor.u8(0)) {
            case 0x06 -> {
                boolean given = (descriptor.u8(1) & 1) != 0;
                otherLanguage = given ? language(descriptor, 2) : otherLanguage;
            }
            case 0x0E, 0x0F, 0x21 -> kind = StreamKind.audio(Codec.DTS);
            case 0x11 -> t2mi = true;
            case 0x15 -> kind = StreamKind.OTHER_AUDIO;
            case 0x20 -> kind = StreamKind.SUBTITLE;
            default -> {}
        }
    }

    /** ARIB STD-B10, part 2, Annex J: captions and superimposed text. */
    private void dataComponent(int id) {
        if (id == 0x0008 || id == 0x0012) {
            kind = StreamKind.SUBTITLE;
        }
    }

    private static @Nullable StreamKind ofRegistration(int format) {
        return switch (new String(letters(format), StandardCharsets.ISO_8859_1)) {
            case "AC-3" -> StreamKind.audio(Codec.AC3);
            case "EAC3" -> StreamKind.audio(Codec.EAC3);
            case "DTS1", "DTS2", "DTS3", "DTSH" -> StreamKind.audio(Codec.DTS);
            case "DRA1" -> StreamKind.audio(Codec.DRA);
            case "Opus" -> StreamKind.audio(Codec.OPUS);
            case "AC-4", "BSSD", "AVSA", "mlpa" -> StreamKind.OTHER_AUDIO;
            case "HEVC" -> StreamKind.video(Codec.HEVC);
            case "AVSV" -> StreamKind.video(Codec.AVS);
            case "AVS2" -> StreamKind.video(Codec.AVS2);
            case "VC-1", "AV01", "VVC " -> StreamKind.OTHER_VIDEO;
            case "CUEI" -> StreamKind.SPLICES;
            default -> null;
        };
    }

    private static byte[] letters(int format) {
        return new byte[] {(byte) (format >> 24), (byte) (format >> 16), (byte) (format >> 8), (byte) format};
    }

    private static @Nullable String language(Descriptors descriptor, int offset) {
        StringBuilder code = new StringBuilder(3);
        for (int letter = 0; letter < 3; letter++) {
            int value = descriptor.u8(offset + letter);
            if (!Character.isLetterOrDigit(value) || value >= 0x7F) {
                return null;
            }
            code.append((char) value);
        }
        return code.toString();
    }
}
