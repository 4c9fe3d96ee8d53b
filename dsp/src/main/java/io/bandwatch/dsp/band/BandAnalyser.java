package io.bandwatch.dsp.band;

import io.bandwatch.dsp.fft.BlockSpectra;
import io.bandwatch.dsp.spectrum.NoiseFloor;
import io.bandwatch.dsp.spectrum.Spectrum;
import io.bandwatch.dsp.spectrum.WelchPsd;
import io.bandwatch.signal.BandMeasurement;
import io.bandwatch.signal.CarrierMeasurement;
import io.bandwatch.signal.Decibels;
import io.bandwatch.signal.FmReception;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures the band in frames of I/Q samples: averaged spectrum, noise floor, carriers, and each carrier's mean
 * instantaneous frequency.
 *
 * <p>Not thread-safe; one instance per feed; a frame is measured by its own samples and those of its lead-in alone. Work at the sample rate allocates
 * nothing; what is allocated is per frame and of the size of the spectrum.
 */
public final class BandAnalyser {
    /** Widest bin: fine enough to tell a line from a modulated carrier, coarse enough for hundreds of looks a frame. */
    private static final double WIDEST_BIN_HZ = 2000.0;

    /** The constant component under a Hann window fills three bins; two more hold the flicker around it. */
    private static final int DC_HALF_BINS = 2;

    private static final int BESIDE_DC_BINS = 3;

    /** Samples this close to full scale were probably cut off: the top two codes of an 8-bit receiver. */
    private static final float CLIPPED = 0.995f;

    private final BandSettings settings;
    private final BandView view;
    private final Workers workers;
    private final BlockSpectra spectra;
    private final WelchPsd psd;
    private final CarrierMeter meter;
    private final Reception reception;
    private final double[] power;
    private final int firstBin;
    private final int endBin;

    /** An analyser that does everything on the calling thread. */
    public BandAnalyser(BandSettings settings) {
        this(settings, Workers.ALONE);
    }

    /**
     * An analyser.
     *
     * @param workers who share the blocks and the carriers of a frame
     */
    public BandAnalyser(BandSettings settings, Workers workers) {
        this.settings = settings;
        int size = blockSize(settings.sampleRateHz());
        int halfBins = (int) (0.5 * settings.usableShare() * size);
        this.firstBin = Math.max(0, size / 2 - halfBins);
        this.endBin = Math.min(size, size / 2 + halfBins + 1);
        this.workers = workers;
        this.spectra = new BlockSpectra(size, settings.leadSamples() + settings.frameSamples(), workers.count());
        this.psd = new WelchPsd(spectra);
        this.meter = new CarrierMeter(settings.sampleRateHz(), settings.centerHz(), spectra, workers);
        this.reception = new Reception(settings, spectra, workers);
        this.power = new double[size];
        this.view = BandView.of(
                settings.band(),
                spectrum(1.0).frequencyHz(firstBin),
                spectrum(1.0).frequencyHz(endBin - 1.0));
    }

    /**
     * Measures one frame.
     *
     * @param re in-phase samples, full scale 1.0, finite: the lead-in, then the frame
     * @param im quadrature samples, same length
     * @param lead samples of the lead-in, up to {@link BandSettings#leadSamples()}; fewer where the recording begins
     * @param count samples of this frame, {@link BandSettings#shortestFrameSamples()} to
     *     {@link BandSettings#frameSamples()}
     */
    public BandMeasurement analyse(float[] re, float[] im, int lead, int count) {
        Objects.checkFromIndexSize(lead, count, Math.min(re.length, im.length));
        if (count < settings.shortestFrameSamples() || count > settings.frameSamples()) {
            throw new IllegalArgumentException("count " + count + " is outside " + settings.shortestFrameSamples()
                    + " to " + settings.frameSamples() + " samples; cut the recording into frames of that length");
        }
        spectra.take(re, im, lead, count);
        workers.run(spectra.blocks(), spectra::transform);
        psd.choose();
        workers.run(psd.parts(), (worker, part) -> psd.average(part));
        psd.power(power);
        double dcPower = takeOutDc();
        Spectrum visible = spectrum(psd.looks()).slice(firstBin, endBin);
        NoiseFloor floor = NoiseFloor.of(visible);
        List<Emission> found = new CarrierFinder(floor, meter).find();
        return view.measurement(
                visible,
                floor.power(),
                received(located(found, floor), lead, count),
                Decibels.ofPower(dcPower),
                (double) clipped(re, im, lead, count) / count);
    }

    static int blockSize(double sampleRateHz) {
        int needed = (int) Math.ceil(sampleRateHz / WIDEST_BIN_HZ);
        return Integer.highestOneBit(needed - 1) << 1;
    }

    private Spectrum spectrum(double looks) {
        double stepHz = settings.sampleRateHz() / power.length;
        return new Spectrum(settings.centerHz() - 0.5 * settings.sampleRateHz(), stepHz, power, looks);
    }

    /**
     * Replaces the constant component by what stands beside it, on the quieter side lest a line near it be smeared over
     * it, and returns its power.
     */
    private double takeOutDc() {
        int dc = power.length / 2;
        double below = 0.0;
        double above = 0.0;
        for (int i = DC_HALF_BINS + 1; i <= DC_HALF_BINS + BESIDE_DC_BINS; i++) {
            below += power[dc - i] / BESIDE_DC_BINS;
            above += power[dc + i] / BESIDE_DC_BINS;
        }
        double beside = Math.min(below, above);
        double dcPower = 0.0;
        for (int i = dc - DC_HALF_BINS; i <= dc + DC_HALF_BINS; i++) {
            dcPower += power[i];
            power[i] = beside;
        }
        return dcPower;
    }

    private CarrierMeasurement[] received(List<Located> located, int lead, int count) {
        CarrierMeasurement[] all = located.stream().map(Located::carrier).toArray(CarrierMeasurement[]::new);
        @Nullable FmReception[] receptions = reception.of(all, lead, count);
        for (int i = 0; i < all.length; i++) {
            FmReception received = receptions[i];
            all[i] = all[i].received(received);
            if (received != null && !located.get(i).exactly()) {
                all[i] = all[i].at(received.frequencyHz());
            }
        }
        return all;
    }

    private List<Located> located(List<Emission> found, NoiseFloor floor) {
        return meter.located(found, floor).stream()
                .filter(one -> view.shows(one.carrier().frequencyHz()))
                .toList();
    }

    private static int clipped(float[] re, float[] im, int from, int count) {
        int clipped = 0;
        for (int i = from; i < from + count; i++) {
            if (Math.max(Math.abs(re[i]), Math.abs(im[i])) >= CLIPPED) {
                clipped++;
            }
        }
        return clipped;
    }
}
