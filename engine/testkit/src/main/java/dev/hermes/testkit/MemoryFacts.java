package dev.hermes.testkit;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSink;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.FactView;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.Failure;
import dev.hermes.model.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A keeper of facts in memory: slow and plain. Rows are handed over in small batches, the last ones first. */
public final class MemoryFacts implements FactSource {

    private static final int BATCH = 5;

    private final FactRows facts;

    public MemoryFacts(FactRows facts) {
        this.facts = facts;
    }

    /** A row that a view shows. */
    private record Seen(Map<String, Object> values, @Nullable String subject, LocalDate day, String key, int target) {}

    private record GroupKey(@Nullable String subject, int target) {}

    private List<Seen> see(FactView view, List<FactPass.Placement> placements) {
        List<Seen> seen = new ArrayList<>();
        for (Map<String, Object> row : facts.of(view.dataset().code())) {
            Object day = value(view, row, view.date());
            Object key = row.get(view.dataset().key());
            if (day instanceof LocalDate date && key != null && isKnown(view, row, date)
                    && !date.isBefore(view.from()) && date.isBefore(view.to())) {
                Object subject = value(view, row, view.subject());
                String credited = subject == null ? null : text(subject);
                seen.add(new Seen(row, credited, date, text(key), target(credited, date, placements)));
            }
        }
        return seen;
    }

    private static boolean isKnown(FactView view, Map<String, Object> row, LocalDate happened) {
        String recorded = view.dataset().recorded();
        Object known = recorded == null ? null : row.get(recorded);
        LocalDate day = known instanceof LocalDate date ? date : happened;
        return view.asOf() == null || !day.isAfter(view.asOf());
    }

    private static int target(@Nullable String subject, LocalDate day, List<FactPass.Placement> placements) {
        return placements.stream()
                .filter(placement -> placement.subject().equals(subject) && !day.isBefore(placement.from())
                        && day.isBefore(placement.to()))
                .mapToInt(FactPass.Placement::target).findFirst().orElse(-1);
    }

    private @Nullable Object value(FactView view, Map<String, Object> row, ColumnName column) {
        return facts.value(view.dataset(), view.joined(), row, column);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? Decimal.of(number).toString() : value.toString();
    }

    @Override
    public FactGroups aggregate(FactPass pass) {
        Map<GroupKey, List<Seen>> groups = new LinkedHashMap<>();
        for (Seen row : see(pass.view(), pass.placements())) {
            groups.computeIfAbsent(new GroupKey(row.subject(), row.target()), _ -> new ArrayList<>()).add(row);
        }
        List<GroupKey> keys = List.copyOf(groups.keySet());
        List<FactGroups.Figures> figures = new ArrayList<>();
        for (FactPass.Aggregate aggregate : pass.aggregates()) {
            Group group = new Group(aggregate, keys.size());
            for (int i = 0; i < keys.size(); i++) {
                fill(group, i, pass.view(), Objects.requireNonNull(groups.get(keys.get(i))));
            }
            figures.add(group.figures());
        }
        @Nullable String[] subjects = keys.stream().map(GroupKey::subject).toArray(String[]::new);
        return new FactGroups(subjects, keys.stream().mapToInt(GroupKey::target).toArray(),
                keys.stream().mapToLong(key -> Objects.requireNonNull(groups.get(key)).size()).toArray(), figures);
    }

    private void fill(Group group, int index, FactView view, List<Seen> rows) {
        FactPass.Aggregate aggregate = group.aggregate;
        List<Seen> passing = new ArrayList<>();
        for (Seen row : rows) {
            if (row.day().isBefore(aggregate.from()) || !row.day().isBefore(aggregate.to())) {
                continue;
            }
            Optional<Boolean> passes = aggregate.filter() == null
                    ? Optional.of(true)
                    : new RowCondition(column -> value(view, row.values(), column)).holds(aggregate.filter());
            if (passes.isEmpty()) {
                group.undecided[index]++;
            } else if (passes.get()) {
                passing.add(row);
            }
        }
        passing.sort(Comparator.comparing(Seen::day).thenComparing(Seen::key));
        group.rows[index] = passing.size();
        ColumnName column = aggregate.column();
        List<@Nullable Object> values = new ArrayList<>();
        for (Seen row : passing) {
            values.add(column == null ? null : value(view, row.values(), column));
        }
        group.fill(index, passing, values);
    }

    /** One aggregate of every group, being filled. */
    private static final class Group {

        private final FactPass.Aggregate aggregate;
        private final NumberColumn values;
        private final long[] rows;
        private final long[] missing;
        private final long[] undecided;
        private final int[] days;
        private final @Nullable String[] keys;
        private final List<List<String>> distinct = new ArrayList<>();

        Group(FactPass.Aggregate aggregate, int size) {
            this.aggregate = aggregate;
            values = new NumberColumn(size);
            rows = new long[size];
            missing = new long[size];
            undecided = new long[size];
            days = new int[size];
            keys = new String[size];
        }

        boolean isChosen() {
            return aggregate.function() == Aggregation.FIRST || aggregate.function() == Aggregation.LAST;
        }

        void fill(int index, List<Seen> passing, List<@Nullable Object> found) {
            Set<String> texts = new TreeSet<>();
            List<BigDecimal> numbers = new ArrayList<>();
            for (Object value : found) {
                if (value != null) {
                    texts.add(text(value));
                }
                if (value instanceof BigDecimal number) {
                    numbers.add(number);
                }
            }
            distinct.add(List.copyOf(texts));
            missing[index] = aggregate.column() == null ? 0 : found.stream().filter(Objects::isNull).count();
            if (passing.isEmpty()) {
                values.setMissing(index);
            } else if (isChosen()) {
                choose(index, passing, found);
            } else {
                summarise(index, numbers);
            }
        }

        private void choose(int index, List<Seen> passing, List<@Nullable Object> found) {
            int chosen = aggregate.function() == Aggregation.FIRST ? 0 : passing.size() - 1;
            days[index] = Math.toIntExact(passing.get(chosen).day().toEpochDay());
            keys[index] = passing.get(chosen).key();
            if (found.get(chosen) instanceof BigDecimal number) {
                missing[index] = 0;
                values.set(index, Decimal.of(number));
            } else {
                missing[index] = 1;
                values.setMissing(index);
            }
        }

        private void summarise(int index, List<BigDecimal> numbers) {
            if (numbers.isEmpty()) {
                values.setMissing(index);
                return;
            }
            Optional<BigDecimal> value = switch (aggregate.function()) {
                case MIN -> numbers.stream().min(Comparator.naturalOrder());
                case MAX -> numbers.stream().max(Comparator.naturalOrder());
                default -> ReferenceDecimal.sum(numbers);
            };
            if (value.isPresent()) {
                values.set(index, Decimal.of(value.get()));
            } else {
                values.setFailure(index, Failure.overflow("The sum"));
            }
        }

        FactGroups.Figures figures() {
            return new FactGroups.Figures(values, rows, missing, undecided, isChosen() ? days : null,
                    isChosen() ? keys : null,
                    aggregate.function() == Aggregation.COUNT_DISTINCT ? distinct : null);
        }
    }

    @Override
    public void scan(FactScan scan, FactSink sink) {
        List<Seen> rows = new ArrayList<>();
        for (Seen row : see(scan.view(), scan.placements())) {
            boolean isWanted = scan.subjects() == null
                    || row.subject() != null && scan.subjects().contains(row.subject());
            boolean isCandidate = scan.candidates() == null
                    || new RowCondition(column -> value(scan.view(), row.values(), column)).holds(scan.candidates())
                            .orElse(true);
            if (isWanted && isCandidate) {
                rows.addFirst(row);
            }
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            sink.accept(batch(scan, rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
    }

    private FactBatch batch(FactScan scan, List<Seen> rows) {
        FactView view = scan.view();
        Map<ColumnName, Column> columns = new HashMap<>();
        for (ColumnName name : scan.columns()) {
            Column column = Columns.of(type(view, name).value(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                set(column, i, value(view, rows.get(i).values(), name));
            }
            columns.put(name, column);
        }
        @Nullable String[] subjects = rows.stream().map(Seen::subject).toArray(String[]::new);
        return new FactBatch(rows.size(), subjects, rows.stream().mapToInt(Seen::target).toArray(),
                rows.stream().mapToInt(row -> Math.toIntExact(row.day().toEpochDay())).toArray(),
                rows.stream().map(Seen::key).toArray(String[]::new), columns);
    }

    private static Type type(FactView view, ColumnName name) {
        Dataset dataset = name.alias().isEmpty() ? view.dataset() : view.joined().get(name.alias());
        return Objects.requireNonNull(dataset).columns().stream()
                .filter(column -> column.name().equals(name.column())).findFirst().orElseThrow().type();
    }

    private static void set(Column column, int index, @Nullable Object value) {
        if (value == null) {
            column.setMissing(index);
            return;
        }
        switch (column) {
            case NumberColumn numbers -> numbers.set(index, Decimal.of((BigDecimal) value));
            case TextColumn texts -> texts.set(index, (String) value);
            case BooleanColumn truths -> truths.set(index, (Boolean) value);
            case DateColumn dates -> dates.set(index, Math.toIntExact(((LocalDate) value).toEpochDay()));
        }
    }

    @Override
    public QueryRows query(String sql, LocalDate from, LocalDate to) {
        SumQuery query = Objects.requireNonNull(facts.queries().get(sql), sql);
        Map<String, Optional<BigDecimal>> sums = query.answer(facts, from, to);
        NumberColumn values = new NumberColumn(sums.size());
        int index = 0;
        for (Optional<BigDecimal> sum : sums.values()) {
            set(values, index++, sum.orElse(null));
        }
        return new QueryRows(query.subject(), sums.keySet().toArray(String[]::new), values);
    }

    @Override
    public String version() {
        return Integer.toHexString(facts.hashCode());
    }
}
