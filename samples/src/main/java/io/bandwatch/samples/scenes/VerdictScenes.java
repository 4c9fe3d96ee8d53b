package io.bandwatch.samples.scenes;

import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.dsp.synth.fm.MultiplexSettings;
import io.bandwatch.dsp.synth.fm.RdsProgramme;
import io.bandwatch.samples.scenario.CarrierBuilder;
import io.bandwatch.samples.scenario.Output;
import io.bandwatch.samples.scenario.RegisterRow;
import io.bandwatch.samples.scenario.Scenario;
import io.bandwatch.samples.scenario.StationClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Random scenes in which every verdict is deserved somewhere: six places 300 kHz apart around the centre, so that the products
 * of two carriers, and their images, fall on a place as well. A fifth of the scenes have a receiver that makes artefacts,
 * a tenth an opening of the band.
 */
public final class VerdictScenes {
    private static final double RATE_HZ = 1.9e6;
    private static final double DURATION_S = 10.0;
    private static final double STRONG_DB = 50.0;
    private static final List<Double> PLACES_HZ = List.of(-750e3, -450e3, -150e3, 150e3, 450e3, 750e3);
    /** The last seconds in which what comes on is too short to be judged. */
    private static final double GLIMPSE_S = 1.3;

    private final SceneFamily family;
    private final SceneDraft draft;
    private final List<Double> free;
    private double interceptDbfs = Double.POSITIVE_INFINITY;
    private double imbalanceDb;
    private final List<ReceiverFaults.Spur> spurs = new ArrayList<>();

    private VerdictScenes(SceneFamily family, long number) {
        this.family = family;
        this.draft = new SceneDraft(
                family == SceneFamily.TUNING ? "tuning" : "report", family.seed(number), RATE_HZ, DURATION_S, 50e3);
        this.free = new ArrayList<>(PLACES_HZ);
    }

    /** The scene of a number in a family. */
    public static Scenario scene(SceneFamily family, long number) {
        return new VerdictScenes(family, number).make(number);
    }

    private Scenario make(long number) {
        family.impair(draft);
        if (number % 10 == 3) {
            add(station("KNOWN", family.cnDb(draft, 16.0)));
            SuspectScenes.addOpening(draft, List.copyOf(free), 5.5);
        } else {
            if (number % 5 == 1) {
                product();
            } else if (number % 5 == 2) {
                image();
            }
            add(station("KNOWN", family.cnDb(draft, 14.0)));
            while (!free.isEmpty() && draft.chance(0.92)) {
                situation();
            }
        }
        draft.faults(family.faults(draft, interceptDbfs, imbalanceDb, spurs));
        return draft.scene();
    }

    private void situation() {
        int left = free.size();
        switch (draft.random.nextInt(12)) {
            case 0, 1 -> outOfParameters("OUT" + left);
            case 2, 3 -> relayPair(left);
            case 4 -> authorised("AUTHORISED" + left);
            case 5, 6 ->
                add(plain("ACROSS" + left, 8.0).of(StationClass.FOREIGN).sending(draft.stereo()));
            case 7, 8 ->
                add(plain("SMALL" + left, 4.0).of(StationClass.MICROPOWER).sending(draft.mono()));
            case 9, 10 -> unlicensed("PIRATE" + left);
            default -> undetermined("UNCLEAR" + left);
        }
    }

    private double place() {
        return free.remove(draft.random.nextInt(free.size()));
    }

    private CarrierBuilder plain(String id, double leastDb) {
        return draft.carrier(id, place(), family.cnDb(draft, leastDb));
    }

    private CarrierBuilder station(String id, double cnDb) {
        CarrierBuilder carrier = draft.carrier(id, place(), cnDb);
        return carrier.sending(draft.chance(0.6) ? draft.stereo(draft.identity()) : draft.stereo());
    }

    private void add(CarrierBuilder carrier) {
        draft.add(family.impair(draft, carrier));
    }

    private void outOfParameters(String id) {
        double cnDb = family.cnDb(draft, 22.0);
        switch (draft.random.nextInt(3)) {
            case 0 -> add(station(id, cnDb).offBy(draft.eitherSign(draft.between(5e3, 14e3))));
            case 1 -> {
                MultiplexSettings wide =
                        new MultiplexSettings(true, draft.between(115e3, 130e3), 6_750.0, 0.0, 50e-6, null);
                add(station(id, cnDb + 4.0).sending(draft.stereo().louder(12.0).by(wide)));
            }
            default -> {
                double placeHz = place();
                Output output = draft.stereo(draft.identity());
                RegisterRow row = RegisterRow.of(draft.centerHz + placeHz, output)
                        .named(String.format("D%03X", draft.random.nextInt(0x1000)), "");
                add(draft.carrier(id, placeHz, cnDb).sending(output).registeredAs(row));
            }
        }
    }

    private void relayPair(int left) {
        if (left < 2) {
            unlicensed("PIRATE" + left);
            return;
        }
        Output output = Output.of(draft.music(), MultiplexSettings.STEREO).from(20.0);
        add(plain("STATION" + left, 22.0).sending(output));
        MultiplexSettings setUp = draft.chance(0.5) ? MultiplexSettings.MONO : MultiplexSettings.STEREO;
        double delayS = draft.between(0.0, 5.0);
        add(plain("RELAY" + left, 18.0).unlicensed().sending(output.by(setUp).from(20.0 - delayS)));
    }

    private void authorised(String id) {
        StationClass stationClass = draft.chance(0.5) ? StationClass.VILLAGE : StationClass.EMERGENCY;
        CarrierBuilder carrier = plain(id, 8.0).of(stationClass).sending(draft.mono());
        add(draft.chance(0.4) ? carrier.onAirFrom(draft.between(1.0, 5.0)) : carrier);
    }

    private void unlicensed(String id) {
        CarrierBuilder carrier = plain(id, 4.0).unlicensed().offBy(draft.between(-8e3, 8e3));
        if (draft.chance(0.3)) {
            RdsProgramme stolen = draft.identity();
            carrier.sending(draft.stereo(stolen));
        } else {
            carrier.sending(draft.chance(0.7) ? draft.mono() : draft.stereo());
        }
        add(draft.chance(0.5) ? carrier.onAirFrom(draft.between(0.5, 5.0)) : carrier);
    }

    private void undetermined(String id) {
        if (draft.chance(0.5)) {
            add(plain(id, 12.0).unlicensed().sending(draft.mono()).onAirFrom(DURATION_S - GLIMPSE_S));
        } else {
            double levelDbfs = SceneDraft.NOISE_DBFS + draft.between(4.0, 20.0);
            spurs.add(new ReceiverFaults.Spur(place() + Math.rint(draft.between(-20e3, 20e3)), levelDbfs));
        }
    }

    /**
     * Two strong stations and a receiver that bends, so that their products stand 5 to 20 dB out of the noise: with levels
     * {@code L} of both and the intercept {@code p}, in dBFS, a product has {@code 3 L - 2 p}. Now and then somebody
     * unlicensed sits exactly on the product.
     */
    private void product() {
        int first = draft.random.nextInt(3) + 1;
        double lowHz = PLACES_HZ.get(first);
        double highHz = PLACES_HZ.get(first + 1);
        double levelDbfs = SceneDraft.NOISE_DBFS + STRONG_DB;
        double productDbfs = SceneDraft.NOISE_DBFS + draft.between(5.0, 20.0);
        interceptDbfs = (3.0 * levelDbfs - productDbfs) / 2.0;
        free.removeAll(List.of(lowHz, highHz, 2 * lowHz - highHz, 2 * highHz - lowHz));
        add(draft.carrier("STRONG1", lowHz, STRONG_DB).sending(draft.stereo()));
        add(draft.carrier("STRONG2", highHz, STRONG_DB).sending(draft.stereo(draft.identity())));
        if (draft.chance(0.3)) {
            double onProductHz = 2 * lowHz - highHz;
            add(draft.carrier("ONPRODUCT", onProductHz, productDbfs - SceneDraft.NOISE_DBFS + draft.between(6.0, 14.0))
                    .unlicensed()
                    .sending(draft.mono()));
        }
    }

    /**
     * A strong station and branches of unequal gain {@code g}, so that its image stands 5 to 15 dB out of the noise: the
     * image is rejected by {@code ((1 + g) / (1 - g))^2}.
     */
    private void image() {
        double strongHz = place();
        free.remove(-strongHz);
        double amplitude = StrictMath.pow(10.0, (draft.between(5.0, 15.0) - STRONG_DB) / 20.0);
        imbalanceDb = 20.0 * StrictMath.log10((1.0 + amplitude) / (1.0 - amplitude));
        add(draft.carrier("STRONG", strongHz, STRONG_DB).sending(draft.stereo(draft.identity())));
    }
}
