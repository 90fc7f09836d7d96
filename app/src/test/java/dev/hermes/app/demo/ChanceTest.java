package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private final Chance chance = Chance.of(7, "test");

    @Test
    void theSameSeedAndPurposeGiveTheSameDraws() {
        assertThat(draws(Chance.of(1, "orders"))).isEqualTo(draws(Chance.of(1, "orders")))
                .isNotEqualTo(draws(Chance.of(2, "orders"))).isNotEqualTo(draws(Chance.of(1, "visits")));
    }

    @Test
    void drawsAreTheSameOnEveryMachine() {
        Chance first = Chance.of(2026, "orders");
        assertThat(first.wholeBetween(1, 1_000_000)).isEqualTo(532_062);
        assertThat(first.factor(0.5)).isEqualTo(0.5228950793372098);
    }

    @Test
    void factorsAreAroundOneMostlyABitBelow() {
        double[] factors = many(of -> of.factor(0.5));
        assertThat(mean(factors)).isCloseTo(1, within(0.02));
        assertThat(part(factors, 1)).isBetween(0.55, 0.65);
    }

    @Test
    void ofParetoDrawsHalfAreBelowTwoAndAFewAreHuge() {
        double[] sizes = many(of -> of.pareto(1));
        assertThat(part(sizes, 1)).isZero();
        assertThat(part(sizes, 2)).isCloseTo(0.5, within(0.02));
        assertThat(part(sizes, 100)).isCloseTo(0.99, within(0.005));
    }

    @Test
    void theFirstOfARankingIsDrawnMostAndTheLastStillNowAndThen() {
        double[] places = many(of -> of.ranked(9));
        assertThat(part(places, 1)).isCloseTo(Math.log(2) / Math.log(10), within(0.02));
        assertThat(places).contains(8);
        assertThat(part(places, 0)).isZero();
        assertThat(part(places, 9)).isEqualTo(1);
    }

    @Test
    void weightedPlacesAreDrawnInProportion() {
        double[] places = many(of -> of.weighted(1, 0, 3));
        assertThat(part(places, 1)).isCloseTo(0.25, within(0.02));
        assertThat(places).doesNotContain(1);
    }

    private double[] many(ToDoubleFunction<Chance> draw) {
        return IntStream.range(0, 20_000).mapToDouble(_ -> draw.applyAsDouble(chance)).toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
    }

    /** The part of the values that is below a bound. */
    private static double part(double[] values, double bound) {
        return IntStream.range(0, values.length).filter(i -> values[i] < bound).count() / (double) values.length;
    }

    private static double[] draws(Chance of) {
        return IntStream.range(0, 10).mapToDouble(_ -> of.uniform()).toArray();
    }
}
