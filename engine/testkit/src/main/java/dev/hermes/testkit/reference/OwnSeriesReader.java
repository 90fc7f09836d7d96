package dev.hermes.testkit.reference;

import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Aggregation;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.plan.CompiledSource;
import dev.hermes.testkit.FactRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads own series of base and subjective indicators: facts, uploads, scores, dated values, queries. */
final class OwnSeriesReader {

    private final CalcInputs inputs;
    private final Company company;
    private final DatedReadings dated;
    private final Credits credits;
    private final FactRows facts;
    private final Windows windows;

    OwnSeriesReader(CalcInputs inputs, Company company, DatedReadings dated, Credits credits, FactRows facts,
            Windows windows) {
        this.inputs = inputs;
        this.company = company;
        this.dated = dated;
        this.credits = credits;
        this.facts = facts;
        this.windows = windows;
    }

    OwnSeries read(CompiledIndicator indicator, Series series, Window window) {
        Reading reading = new Reading(indicator, series, window);
        return switch (indicator.source(series)) {
            case CompiledSource.Facts source -> reading.facts(source);
            case CompiledSource.Upload _ -> reading.uploads();
            case CompiledSource.Score score -> reading.scores(score);
            case CompiledSource.Dated source -> reading.dated(source);
            case CompiledSource.Query query -> reading.query(query);
            case CompiledSource.Composite _,CompiledSource.None _ -> throw new IllegalArgumentException(
                    "Not an own series: " + indicator.document().code());
        };
    }

    /** The approved values of a series in a period, by the assignment that they are for. */
    Map<Row, BigDecimal> corrections(String indicator, Series series, Period period) {
        Map<Row, BigDecimal> found = new LinkedHashMap<>();
        for (Correction correction : inputs.corrections()) {
            List<Row> meant = company.meant(correction.subject(), Days.of(period));
            if (correction.indicator().equals(indicator) && correction.series() == series
                    && correction.period().equals(period.code()) && meant.size() == 1) {
                found.put(meant.getFirst(), correction.value().toBigDecimal());
            }
        }
        return found;
    }

    /** Whose value an assignment's correction replaces: its own, and the person's who holds no other in the period. */
    List<Row> correctedRows(Row assignment, Period period) {
        Row person = Row.of(assignment.person());
        return company.assignmentsHeld(person, Days.of(period)).size() == 1
                ? List.of(assignment, person)
                : List.of(assignment);
    }

    private LocalDate lastDay(Row row, Days days) {
        return Objects.requireNonNull(company.lastDayHeld(row, days));
    }

    /** One series that is being read. */
    private final class Reading {

        private final CompiledIndicator indicator;
        private final Series series;
        private final Days days;
        private final List<Period> periods;
        private final String label;

        Reading(CompiledIndicator indicator, Series series, Window window) {
            this.indicator = indicator;
            this.series = series;
            days = windows.days(window);
            periods = windows.periods(window);
            label = Labels.of(indicator.document().code(), series, window);
        }

        private boolean isCorrected() {
            return indicator.document().scope().isOwn()
                    || indicator.source(series).isPayeesOwn();
        }

        private Map<Row, BigDecimal> corrections(Period period) {
            return isCorrected()
                    ? OwnSeriesReader.this.corrections(indicator.document().code(), series, period)
                    : Map.of();
        }

        private List<LocalDate> lastDays(Row assignment) {
            return periods.stream().map(period -> Optional.ofNullable(company.lastDayHeld(assignment,
                    Days.of(period)))).flatMap(Optional::stream).toList();
        }

        OwnSeries facts(CompiledSource.Facts source) {
            boolean ofOrganisations = Credits.isOfOrganisations(source);
            OwnSeries found = new OwnSeries(source.aggregate(), source.empty(), ofOrganisations,
                    assignment -> company.daysHeld(assignment, days));
            for (Credits.Credited credited : credits.credited(source, days)) {
                Figure passes = credits.passes(source, credited);
                if (passes.isFailed() || passes.isTrue()) {
                    Figure value = passes.isFailed() ? passes : credits.measure(source, credited);
                    receivers(credited, ofOrganisations).forEach(row -> found.add(new Contribution(row,
                            credited.fact().day(), credited.key(), value, Contribution.Kind.USUAL)));
                }
            }
            boolean isSum = source.aggregate() == Aggregation.SUM || source.aggregate() == Aggregation.COUNT;
            correct(found, isSum && !ofOrganisations, true);
            return found;
        }

        private List<Row> receivers(Credits.Credited credited, boolean ofOrganisations) {
            List<Row> receivers = new ArrayList<>(credited.assignments());
            String person = credited.person();
            if (person != null) {
                receivers.add(Row.of(person));
            }
            if (ofOrganisations) {
                credited.assignments().stream().map(assignment -> Row.of(assignment.person())).distinct()
                        .forEach(receivers::add);
            }
            return receivers;
        }

        /** Within a longer window only sums of what is the assignment's own can be corrected. */
        private void correct(OwnSeries found, boolean isSum, boolean isOfPeriods) {
            for (Period period : periods) {
                corrections(period).forEach((assignment, value) -> {
                    for (Row row : found.isPersonsOwn() ? correctedRows(assignment, period) : List.of(assignment)) {
                        LocalDate day = lastDay(row, Days.of(period));
                        if (isSum || periods.size() == 1) {
                            found.correct(row, Days.of(period), new Contribution(row, day, "", Figure.of(value),
                                    Contribution.Kind.CORRECTION));
                        } else {
                            found.add(Contribution.ofPeriod(row, isOfPeriods ? day : lastDay(row, days),
                                    Calls.bad(Message.of(
                                            "{0} was corrected in period {1}, so it cannot be read over several periods",
                                            label, period.code()))));
                        }
                    }
                });
            }
        }

        OwnSeries uploads() {
            OwnSeries found = new OwnSeries(Aggregation.SUM, Treatment.MISSING, false, this::lastDays);
            for (Period period : periods) {
                Map<String, Figure> values = new LinkedHashMap<>();
                uploaded(period).forEach((subject, value) -> values.put(subject, Figure.of(value)));
                place(values, Days.of(period), found);
            }
            correct(found, true, true);
            return found;
        }

        private Map<String, BigDecimal> uploaded(Period period) {
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            for (PeriodValueRow row : inputs.periodValues()) {
                if (row.indicator().equals(indicator.document().code()) && row.series() == series
                        && row.period().equals(period.code())) {
                    values.put(row.subject(), row.value().toBigDecimal());
                }
            }
            return values;
        }

        /** Gives each assignment what names it, or its person who holds no other; else the value is the person's. */
        private void place(Map<String, Figure> values, Days of, OwnSeries into) {
            values.forEach((subject, value) -> {
                List<Row> meant = company.meant(subject, of);
                if (meant.size() == 1) {
                    Row assignment = meant.getFirst();
                    if (subject.equals(assignment.text()) || !values.containsKey(assignment.text())) {
                        into.add(Contribution.ofPeriod(assignment, lastDay(assignment, of), value));
                    }
                } else if (meant.size() > 1) {
                    into.add(Contribution.ofPeriod(Row.of(subject), lastDay(Row.of(subject), of), value));
                    Figure ambiguous = Figure.failed(Failure.of(FailureCode.AMBIGUOUS,
                            Message.of("{0} of person {1} fits {2} assignments; name one by its key", label, subject,
                                    meant.size())));
                    meant.forEach(assignment -> into.add(new Contribution(assignment, lastDay(assignment, of), "",
                            ambiguous, Contribution.Kind.AMBIGUOUS)));
                }
            });
        }

        OwnSeries scores(CompiledSource.Score score) {
            OwnSeries plain = uploads();
            OwnSeries found = new OwnSeries(Aggregation.SUM, Treatment.MISSING, true, this::lastDays);
            for (Period period : periods) {
                for (Row row : company.assignments()) {
                    LocalDate day = company.lastDayHeld(row, Days.of(period));
                    if (day != null) {
                        score(score, row, day, plain.of(row), found);
                    }
                }
                for (Row person : company.persons()) {
                    LocalDate day = company.lastDayHeld(person, Days.of(period));
                    if (day != null) {
                        score(score, person, day, scoresOfPerson(person, day, plain), found);
                    }
                }
            }
            return found;
        }

        /** A person's own score, or else the one of the person's assignments; several leave open which is meant. */
        private List<Contribution> scoresOfPerson(Row person, LocalDate day, OwnSeries plain) {
            if (!plain.of(person).isEmpty()) {
                return plain.of(person);
            }
            List<Contribution> scores = company.assignmentsOf(person).stream()
                    .flatMap(assignment -> plain.of(assignment).stream()).toList();
            return scores.size() < 2
                    ? scores
                    : List.of(Contribution.ofPeriod(person, day,
                            Figure.failed(Failure.of(FailureCode.AMBIGUOUS,
                                    Message.of("{0} of person {1} has {2} scores; score the person once", label, person,
                                            scores.size())))));
        }

        private void score(CompiledSource.Score score, Row row, LocalDate day, List<Contribution> given,
                OwnSeries into) {
            Decimal otherwise = score.otherwise();
            for (Contribution one : given) {
                into.add(new Contribution(row, day, "", bounded(score, one.value()), one.kind()));
            }
            if (given.isEmpty() && otherwise != null) {
                into.add(Contribution.ofPeriod(row, day, Figure.of(otherwise.toBigDecimal())));
            }
        }

        private Figure bounded(CompiledSource.Score score, Figure value) {
            return value.isFailed() || value.number().compareTo(score.lowest().toBigDecimal()) >= 0
                    && value.number().compareTo(score.highest().toBigDecimal()) <= 0
                            ? value
                            : Figure.failed(Failure.of(FailureCode.OUT_OF_BOUNDS,
                                    Message.of("{0} ({1}) must be from {2} to {3}", label, value.text(), score.lowest(),
                                            score.highest())));
        }

        OwnSeries dated(CompiledSource.Dated source) {
            OwnSeries found = new OwnSeries(Aggregation.SUM, Treatment.MISSING, true, this::lastDays);
            List<Row> rows = new ArrayList<>(company.assignments());
            rows.addAll(company.persons());
            for (Period period : periods) {
                for (Row row : rows) {
                    LocalDate day = company.lastDayHeld(row, Days.of(period));
                    Figure value = day == null ? Figure.MISSING : dated.dated(source.value(), row, day);
                    if (day != null && !value.isMissing()) {
                        found.add(Contribution.ofPeriod(row, day, value));
                    }
                }
            }
            correct(found, true, true);
            return found;
        }

        OwnSeries query(CompiledSource.Query query) {
            OwnSeries found = new OwnSeries(Aggregation.SUM, query.empty(), false, assignment -> {
                @Nullable LocalDate last = company.lastDayHeld(assignment, days);
                return last == null ? List.of() : List.of(last);
            });
            Map<String, Figure> values = new LinkedHashMap<>();
            Objects.requireNonNull(facts.queries().get(query.sql())).answer(facts, days.from(), days.to())
                    .forEach((subject, value) -> values.put(subject, value.map(Figure::of).orElse(Figure.MISSING)));
            place(values, days, found);
            correct(found, false, false);
            return found;
        }
    }
}
