package dev.hermes.testkit.generate;

import dev.hermes.decimal.Decimal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random choices; the same seed makes the same ones. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** A number from {@code least} to {@code greatest}, both included. */
    int between(int least, int greatest) {
        return least + random.nextInt(greatest - least + 1);
    }

    /** True in so many cases of a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Some of the choices, in their order. */
    <T> List<T> some(List<T> choices, int percent) {
        return choices.stream().filter(_ -> chance(percent)).toList();
    }

    <T> List<T> times(int count, Supplier<T> supplier) {
        List<T> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(supplier.get());
        }
        return made;
    }

    /** A number as facts and tables have them: mostly small, with ties, zeros and refunds. */
    BigDecimal amount() {
        return switch (between(0, 9)) {
            case 0 -> BigDecimal.ZERO;
            case 1, 2 -> BigDecimal.valueOf(between(1, 5));
            case 3, 4 -> BigDecimal.valueOf(between(1, 20) * 10L);
            case 5 -> BigDecimal.valueOf(-between(1, 50));
            case 6 -> BigDecimal.valueOf(between(1, 99999), 2);
            case 7 -> BigDecimal.valueOf(between(-9999, 9999), 3);
            case 8 -> BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 12);
            default -> BigDecimal.valueOf(between(1, 1000));
        };
    }

    /** A number so great that products of two overflow. */
    BigDecimal huge() {
        return new BigDecimal("1e" + between(13, 25)).add(BigDecimal.valueOf(between(0, 9))).setScale(0);
    }

    Decimal decimal() {
        return Decimal.of(amount());
    }

    /** A day of {@code [from, to)}, often one of its ends. */
    LocalDate day(LocalDate from, LocalDate to) {
        int days = Math.toIntExact(to.toEpochDay() - from.toEpochDay());
        return chance(15) ? from : chance(15) ? to.minusDays(1) : from.plusDays(between(0, days - 1));
    }
}
