package dev.hermes.testkit.generate;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.Dates;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Indicator;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is brought in besides documents and facts. */
final class InputsMaker {

    /** Dated values of every type and of every kind of subject. */
    static final List<DatedValue> DATED = List.of(
            new DatedValue("salary", "salary", Type.NUMBER, DatedValue.Subject.PERSON),
            new DatedValue("quota", "quota", Type.NUMBER, DatedValue.Subject.ASSIGNMENT),
            new DatedValue("factor", "factor", Type.NUMBER, DatedValue.Subject.ORGANISATION),
            new DatedValue("grade", "grade", Type.TEXT, DatedValue.Subject.PERSON),
            new DatedValue("senior", "senior", Type.BOOLEAN, DatedValue.Subject.ASSIGNMENT),
            new DatedValue("since", "since", Type.DATE, DatedValue.Subject.PERSON));

    private final Dice dice;
    private final Span span;
    private final CompanyMaker company;
    private final List<Indicator> indicators;
    private final List<Scheme> schemes;

    InputsMaker(Dice dice, Span span, CompanyMaker company, List<Indicator> indicators, List<Scheme> schemes) {
        this.dice = dice;
        this.span = span;
        this.company = company;
        this.indicators = indicators;
        this.schemes = schemes;
    }

    CalcInputs make() {
        List<DatedValueRow> dated = new ArrayList<>();
        for (DatedValue value : DATED) {
            subjects(value).forEach(subject -> dated(value, subject, dated));
        }
        List<PeriodValueRow> periodValues = new ArrayList<>();
        List<Correction> corrections = new ArrayList<>();
        int percent = dice.chance(35) ? 3 : 0;
        for (Indicator indicator : indicators) {
            for (Series series : Series.values()) {
                SeriesSource source = indicator.source(series);
                for (String period : span.periodCodes()) {
                    uploads(indicator, series, source, period, periodValues);
                    if (!(source instanceof SeriesSource.None) && !(indicator.eachDay() && series == Series.ACTUAL)) {
                        corrections(indicator, series, period, percent, corrections);
                    }
                }
            }
        }
        return new CalcInputs(company.organisations, company.leaders, company.superiors, company.personRows(),
                company.assignments, dated, periodValues, corrections, adjustments(), balances());
    }

    private List<String> subjects(DatedValue value) {
        return switch (value.of()) {
            case PERSON -> company.persons;
            case ASSIGNMENT -> company.keys().stream().map(AssignmentKey::toString).toList();
            case ORGANISATION -> company.codes();
        };
    }

    private void dated(DatedValue value, String subject, List<DatedValueRow> rows) {
        if (dice.chance(15)) {
            return;
        }
        LocalDate from = dice.chance(75) ? Dates.BEGINNING : span.day(dice);
        int count = dice.one(1, 1, 2, 3);
        for (int i = 0; i < count && from.isBefore(Dates.OPEN); i++) {
            LocalDate to = i == count - 1 && dice.chance(75) ? Dates.OPEN : span.day(dice);
            if (dice.chance(6) || to.isBefore(from)) {
                to = from;
            }
            rows.add(new DatedValueRow(value.code(), subject, value(value), from, to));
            from = dice.chance(75) ? to : dice.chance(50) && to.isBefore(Dates.OPEN) ? to.plusDays(2) : span.day(dice);
        }
    }

    private String value(DatedValue value) {
        return switch (value.type().value()) {
            case NUMBER -> Decimal.of(dice.amount()).toString();
            case TEXT -> dice.one("a", "b", "Lead", "city");
            case BOOLEAN -> dice.one("true", "false");
            case DATE -> span.day(dice).toString();
        };
    }

    private void uploads(Indicator indicator, Series series, SeriesSource source, String period,
            List<PeriodValueRow> rows) {
        if (!(source instanceof SeriesSource.Upload) && !(source instanceof SeriesSource.Score)) {
            return;
        }
        boolean isScore = source instanceof SeriesSource.Score;
        for (String person : company.persons) {
            if (dice.chance(25)) {
                rows.add(new PeriodValueRow(indicator.code(), series, person, period, value(isScore)));
            }
        }
        for (AssignmentKey key : company.keys()) {
            if (dice.chance(60)) {
                rows.add(new PeriodValueRow(indicator.code(), series, key.toString(), period, value(isScore)));
            }
        }
    }

    private Decimal value(boolean isScore) {
        return isScore
                ? Decimal.of(dice.chance(4) ? BigDecimal.valueOf(3) : BigDecimal.valueOf(dice.between(0, 20), 1))
                : dice.chance(12) ? Decimal.ZERO : dice.decimal();
    }

    private void corrections(Indicator indicator, Series series, String period, int percent,
            List<Correction> corrections) {
        Set<String> corrected = new HashSet<>();
        for (AssignmentKey key : company.keys()) {
            String subject = company.holdsOne(key.person()) && dice.chance(40) ? key.person() : key.toString();
            if (dice.chance(percent) && corrected.add(key.toString())) {
                corrections.add(new Correction(indicator.code(), series, subject, period,
                        Decimal.of(dice.between(0, 20) / 10), "approved"));
            }
        }
    }

    private List<String> payees(Scheme scheme) {
        return scheme.payee() == Scheme.Payee.PERSON
                ? company.persons
                : company.keys().stream().map(AssignmentKey::toString).toList();
    }

    private List<Adjustment> adjustments() {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Scheme scheme : schemes) {
            for (String payee : payees(scheme)) {
                if (!scheme.code().startsWith("probe") && dice.chance(8)) {
                    adjustments.add(new Adjustment(scheme.code(), payee, dice.chance(85)
                            ? span.period().code()
                            : dice.pick(span.periodCodes()), dice.decimal(), "approved"));
                }
            }
        }
        return adjustments;
    }

    private CalcInputs.Balances balances() {
        List<OpeningBalance> uploaded = new ArrayList<>();
        Map<String, Map<String, Map<String, Decimal>>> carried = new HashMap<>();
        Map<String, Set<String>> failed = new HashMap<>();
        for (Scheme scheme : schemes) {
            boolean isCarried = dice.chance(70);
            for (Scheme.Balance balance : scheme.balances()) {
                for (String payee : payees(scheme)) {
                    if (dice.chance(12)) {
                        uploaded.add(new OpeningBalance(scheme.lineage(), balance.code(), payee,
                                dice.chance(80) ? span.period().code() : "other", dice.decimal()));
                    }
                    if (isCarried && dice.chance(8)) {
                        failed.computeIfAbsent(scheme.lineage(), _ -> new HashSet<>()).add(payee);
                    } else if (isCarried && dice.chance(80)) {
                        carried.computeIfAbsent(scheme.lineage(), _ -> new HashMap<>())
                                .computeIfAbsent(payee, _ -> new HashMap<>()).put(balance.code(), dice.decimal());
                    }
                }
            }
        }
        return new CalcInputs.Balances(uploaded, carried, failed);
    }
}
