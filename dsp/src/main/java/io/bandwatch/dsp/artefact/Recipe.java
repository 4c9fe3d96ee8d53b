package io.bandwatch.dsp.artefact;

import io.bandwatch.signal.ArtefactEvidence;

/**
 * How an artefact would be made of carriers: the product of their waveforms, some of them conjugated.
 *
 * @param kind what it would be
 * @param factors indices of the carriers whose waveforms are multiplied, a carrier twice if it is squared
 * @param conjugated how many of the factors, the last ones, are conjugated
 * @param power predicted power at the place of the suspect, linear, comparable among recipes of one kind
 */
record Recipe(ArtefactEvidence.Kind kind, int[] factors, int conjugated, double power) {
    static Recipe image(int mirrored, double power) {
        return new Recipe(ArtefactEvidence.Kind.IMAGE, new int[] {mirrored}, 1, power);
    }

    static Recipe product(int first, int second, int conjugated, double power) {
        return new Recipe(ArtefactEvidence.Kind.PRODUCT, new int[] {first, second, conjugated}, 1, power);
    }

    /** 1 for a factor as it is, -1 for a conjugated one. */
    int sign(int factor) {
        return factor < factors.length - conjugated ? 1 : -1;
    }
}
