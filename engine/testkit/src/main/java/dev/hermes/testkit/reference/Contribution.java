package dev.hermes.testkit.reference;

import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.Treatment;
import dev.hermes.testkit.ReferenceDecimal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * One thing that an own series is made of: a fact, or the value of a period on the last day held in it.
 *
 * @param row
 *            whose it is: an assignment's, or a person's where it belongs to none of the assignments alone
 * @param key
 *            the fact's key; empty for a value of a period
 */
record Contribution(Row row, LocalDate day, String key, Figure value, Kind kind) {

    enum Kind {
        USUAL,
        /** Stands for everything of a period. */
        CORRECTION,
        /** Says that a value of the person is not the assignment's alone; nothing to the person. */
        AMBIGUOUS
    }

    static final Comparator<Contribution> ORDER = Comparator.comparing(Contribution::day)
            .thenComparing(Contribution::key)
            .thenComparing(contribution -> contribution.kind() == Kind.AMBIGUOUS);

    static Contribution ofPeriod(Row row, LocalDate day, Figure value) {
        return new Contribution(row, day, "", value, Kind.USUAL);
    }

    boolean isCorrection() {
        return kind == Kind.CORRECTION;
    }

    /** What contributions come to together. */
    static Figure combined(List<Contribution> all, Aggregation aggregation, Treatment empty) {
        List<Contribution> contributions = all.stream().sorted(ORDER).toList();
        for (Contribution contribution : contributions) {
            if (contribution.value().isFailed()) {
                return contribution.value();
            }
        }
        if (contributions.isEmpty()) {
            return nothing(empty);
        }
        if (aggregation == Aggregation.FIRST || aggregation == Aggregation.LAST) {
            return chosen(contributions, aggregation).value();
        }
        return contributions.stream().anyMatch(contribution -> contribution.value().isMissing())
                ? Figure.MISSING
                : combined(contributions, aggregation);
    }

    /** The first or last; of a fact that is credited twice, the credit that is declared first. */
    private static Contribution chosen(List<Contribution> contributions, Aggregation aggregation) {
        Contribution chosen = contributions.getFirst();
        for (Contribution contribution : contributions) {
            if (aggregation == Aggregation.LAST && ORDER.compare(contribution, chosen) > 0) {
                chosen = contribution;
            }
        }
        return chosen;
    }

    private static Figure nothing(Treatment empty) {
        return switch (empty) {
            case Treatment.Fail _ -> Figure.failed(Failure.of(FailureCode.NO_FACTS, Message.of("There are no facts")));
            case Treatment.Miss _ -> Figure.MISSING;
            case Treatment.Value value -> Figure.of(value.value().toBigDecimal());
        };
    }

    private static Figure combined(List<Contribution> contributions, Aggregation aggregation) {
        if (aggregation == Aggregation.COUNT_DISTINCT) {
            long distinct = contributions.stream().filter(Predicate.not(Contribution::isCorrection))
                    .map(contribution -> contribution.value().text()).distinct().count();
            BigDecimal corrected = contributions.stream().filter(Contribution::isCorrection)
                    .map(contribution -> contribution.value().number()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return Arithmetic.orOverflow(ReferenceDecimal.plus(BigDecimal.valueOf(distinct), corrected), "The sum");
        }
        List<BigDecimal> numbers = contributions.stream().map(contribution -> contribution.value().number()).toList();
        Figure sum = Arithmetic.orOverflow(ReferenceDecimal.sum(numbers), "The sum");
        return switch (aggregation) {
            case MIN -> Figure.of(numbers.stream().min(Comparator.naturalOrder()).orElseThrow());
            case MAX -> Figure.of(numbers.stream().max(Comparator.naturalOrder()).orElseThrow());
            case AVERAGE -> sum.isFailed()
                    ? sum
                    : Figure.of(ReferenceDecimal.dividedBy(sum.number(), BigDecimal.valueOf(numbers.size()))
                            .orElseThrow());
            default -> sum;
        };
    }
}
