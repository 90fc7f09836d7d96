package dev.hermes.app.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws that can be repeated: the same seed and purpose give the same draws, on every machine, whatever is drawn for
 * other purposes. Of one thread.
 */
final class Chance {

    /** An odd number without a pattern in its bits (2^64 divided by the golden ratio). */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    static Chance of(long seed, String purpose) {
        return new Chance((seed + 1) * MIX ^ purpose.hashCode());
    }

    /** From 0 up to 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** From {@code low} up to {@code high}. */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int wholeBetween(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of the places of {@code weights}, the likelier the greater its weight. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        int place = 0;
        while (place < weights.length - 1 && left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return place;
    }

    /**
     * A factor around its mean, 1, as the products of many small influences are: often a little below, seldom far
     * above.
     */
    double factor(double spread) {
        return StrictMath.exp(spread * normal() - spread * spread / 2);
    }

    /** From 1 upwards: half are below 2, and a few are huge, the more so the smaller {@code steepness} is. */
    double pareto(double steepness) {
        return StrictMath.pow(1 - uniform(), -1 / steepness);
    }

    /** From 0 up to, and not including, {@code size}: the first are drawn far more often than the last. */
    int ranked(int size) {
        return (int) StrictMath.pow(size + 1.0, uniform()) - 1;
    }

    private double normal() {
        // Box and Muller, A note on the generation of random normal deviates (1958).
        return StrictMath.sqrt(-2 * StrictMath.log(1 - uniform())) * StrictMath.cos(2 * Math.PI * uniform());
    }
}
