package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.samples.yaml.Section;
import io.bandwatch.signal.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code receiver} of a scenario, and the impulses of its {@code noise}. */
final class ReceiverReader {
    private final double centerHz;

    ReceiverReader(double centerHz) {
        this.centerHz = centerHz;
    }

    ReceiverFaults read(Section noise, Section root) {
        double impulsesPerS = 0.0;
        double impulseDbfs = 0.0;
        if (noise.has("impulses")) {
            Section impulses = noise.section("impulses");
            impulsesPerS = impulses.quantity("rate", Quantity.FREQUENCY);
            impulseDbfs = impulses.quantity("level", Quantity.LEVEL_DBFS);
            impulses.end();
        }
        ReceiverFaults heard = new ReceiverFaults(
                impulsesPerS,
                impulseDbfs,
                Double.POSITIVE_INFINITY,
                List.of(),
                0.0,
                0.0,
                Double.NEGATIVE_INFINITY,
                List.of(),
                0.0,
                List.of());
        return root.has("receiver") ? faults(root.section("receiver"), heard) : heard;
    }

    private ReceiverFaults faults(Section receiver, ReceiverFaults heard) {
        double imbalanceDb = 0.0;
        double imbalanceDeg = 0.0;
        if (receiver.has("imbalance")) {
            Section imbalance = receiver.section("imbalance");
            imbalanceDb = imbalance.quantity("gain", Quantity.RATIO_DB, 0.0);
            imbalanceDeg = degrees(imbalance);
            imbalance.end();
        }
        double gainDb = imbalanceDb;
        double angleDeg = imbalanceDeg;
        double interceptDbfs = receiver.quantity("intercept", Quantity.LEVEL_DBFS, Double.POSITIVE_INFINITY);
        List<ReceiverFaults.GainStep> steps = gainSteps(receiver);
        double dcDbfs = receiver.quantity("dc", Quantity.LEVEL_DBFS, Double.NEGATIVE_INFINITY);
        List<ReceiverFaults.Spur> spurs = spurs(receiver);
        double clipDbfs = receiver.quantity("clip", Quantity.LEVEL_DBFS, 0.0);
        List<ReceiverFaults.Drop> drops = drops(receiver);
        receiver.end();
        return receiver.checked(
                "clip",
                () -> new ReceiverFaults(
                        heard.impulsesPerS(),
                        heard.impulseDbfs(),
                        interceptDbfs,
                        steps,
                        gainDb,
                        angleDeg,
                        dcDbfs,
                        spurs,
                        clipDbfs,
                        drops));
    }

    private static double degrees(Section imbalance) {
        if (!imbalance.has("phase")) {
            return 0.0;
        }
        return imbalance.parsed("phase", text -> {
            if (!text.endsWith(" deg")) {
                throw new IllegalArgumentException("'" + text + "' has no unit; write it like \"2 deg\"");
            }
            return Double.parseDouble(text.substring(0, text.length() - 4));
        });
    }

    private static List<ReceiverFaults.GainStep> gainSteps(Section receiver) {
        List<ReceiverFaults.GainStep> steps = new ArrayList<>();
        for (Section step : receiver.sections("agc")) {
            steps.add(new ReceiverFaults.GainStep(
                    step.quantity("at", Quantity.DURATION), step.quantity("gain", Quantity.RATIO_DB)));
            step.end();
        }
        return steps;
    }

    private List<ReceiverFaults.Spur> spurs(Section receiver) {
        List<ReceiverFaults.Spur> spurs = new ArrayList<>();
        for (Section spur : receiver.sections("spurs")) {
            spurs.add(new ReceiverFaults.Spur(
                    spur.quantity("frequency", Quantity.FREQUENCY) - centerHz,
                    spur.quantity("level", Quantity.LEVEL_DBFS)));
            spur.end();
        }
        return spurs;
    }

    private static List<ReceiverFaults.Drop> drops(Section receiver) {
        List<ReceiverFaults.Drop> drops = new ArrayList<>();
        for (Section drop : receiver.sections("dropped")) {
            double atS = drop.quantity("at", Quantity.DURATION);
            double lengthS = drop.quantity("length", Quantity.DURATION);
            drops.add(drop.checked("length", () -> new ReceiverFaults.Drop(atS, lengthS)));
            drop.end();
        }
        return drops;
    }
}
