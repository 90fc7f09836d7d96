package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Aggregation;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Calendar;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Layout;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Sound documents of every kind, each a function of its seed. */
final class RandomDocuments {

    private static final List<String> CURRENCIES = List.of("USD", "EUR", "CNY", "JPY", "KWD");
    private static final List<Unit> UNITS = List.of(Unit.NUMBER, Unit.RATIO, Unit.MONEY, Unit.COUNT, Unit.money("USD"),
            Unit.money("JPY"), Unit.parse("nights"));

    private final Random random;
    private final RandomTexts texts;

    private RandomDocuments(long seed) {
        this.random = new Random(seed);
        this.texts = new RandomTexts(random);
    }

    static Document of(DocumentKind kind, long seed) {
        RandomDocuments documents = new RandomDocuments(seed);
        return switch (kind) {
            case CALENDAR -> documents.calendar();
            case DATED_VALUE -> documents.datedValue();
            case DATASET -> documents.dataset();
            case INDICATOR -> documents.indicator();
            case LAYOUT -> documents.layout();
            case MAPPING -> new RandomMappings(documents.random, documents.texts).mapping();
            case PARAMETER -> documents.parameter();
            case POPULATION -> documents.population();
            case RATE_TABLE -> documents.rateTable();
            case RULE_TABLE -> documents.ruleTable();
            case SCHEME -> documents.scheme();
        };
    }

    private Calendar calendar() {
        String code = texts.codeWithDash();
        if (texts.chance(50)) {
            return new Calendar(code, texts.name(code),
                    new Calendar.Periods.Regular(texts.pick(List.of(Calendar.Length.values())),
                            1 + random.nextInt(12)));
        }
        boolean years = texts.chance(50);
        LocalDate day = date();
        List<Calendar.Start> starts = new ArrayList<>();
        for (int index = 0; index <= random.nextInt(5); index++) {
            starts.add(new Calendar.Start("P-" + index, day, years ? "FY " + (day.getYear() / 2) : ""));
            day = day.plusDays(1 + random.nextInt(400));
        }
        return new Calendar(code, texts.name(code), new Calendar.Periods.Given(starts, day));
    }

    private DatedValue datedValue() {
        String code = texts.code();
        return new DatedValue(code, texts.name(code), type(), subject());
    }

    private Dataset dataset() {
        String code = texts.codeWithDash();
        List<Dataset.Column> columns = new ArrayList<>();
        columns.add(new Dataset.Column("id", Type.TEXT, 0, 0));
        columns.add(new Dataset.Column("when", Type.DATE, 0, 0));
        for (String name : codes(6, texts::code)) {
            Type type = type();
            int scale = random.nextInt(13);
            int digits = scale + 1 + random.nextInt(26);
            boolean usual = texts.chance(50);
            columns.add(type.isNumber()
                    ? new Dataset.Column(name, type, usual ? 18 : digits, usual ? 4 : scale, rules(type))
                    : new Dataset.Column(name, type, 0, 0, rules(type)));
        }
        boolean credited = texts.chance(70);
        List<Dataset.Join> joins = texts.chance(60)
                ? List.of(new Dataset.Join("joined", texts.codeWithDash(), "id"))
                : List.of();
        List<Dataset.Credit> credits = new ArrayList<>();
        if (credited) {
            credits.add(new Dataset.Credit(subject(), "id", texts.maybeFormula()));
            if (!joins.isEmpty() && texts.chance(50)) {
                credits.set(0, new Dataset.Credit(subject(), "id", texts.formula()));
                credits.add(new Dataset.Credit(subject(), "joined." + texts.code(), texts.formula()));
            }
        }
        List<Dataset.Measure> measures = new ArrayList<>();
        for (String name : codes(3, () -> texts.code() + "M")) {
            measures.add(new Dataset.Measure(name, unit(), texts.formula()));
        }
        return new Dataset(code, texts.name(code), columns, "id", credited || texts.chance(50) ? "when" : null,
                texts.chance(30) ? "when" : null, credits, joins, measures, validations());
    }

    private List<Dataset.Validation> validations() {
        List<Dataset.Validation> validations = new ArrayList<>();
        for (String name : codes(2, () -> texts.code() + "V")) {
            validations.add(new Dataset.Validation(name, texts.code(), "SELECT id AS key\nFROM " + texts.code()));
        }
        return validations;
    }

    private List<ColumnRule> rules(Type type) {
        List<ColumnRule> rules = new ArrayList<>();
        if (texts.chance(20)) {
            rules.add(new ColumnRule.Required());
        }
        if (type.isNumber() && texts.chance(50)) {
            Decimal one = decimal();
            Decimal other = decimal();
            rules.add(new ColumnRule.NumberRange(one.compareTo(other) < 0 ? one : other,
                    texts.chance(50) ? null : one.compareTo(other) < 0 ? other : one));
        }
        if (type.equals(Type.DATE) && texts.chance(50)) {
            LocalDate day = date();
            rules.add(new ColumnRule.DateRange(texts.chance(50) ? day : null, day.plusDays(3)));
        }
        if (type.equals(Type.TEXT) && texts.chance(50)) {
            rules.add(new ColumnRule.OneOf(List.copyOf(distinct(1 + random.nextInt(3), texts::text))));
        }
        if (!type.equals(Type.BOOLEAN) && texts.chance(20)) {
            rules.add(new ColumnRule.Unique());
        }
        if (type.equals(Type.TEXT) && texts.chance(50)) {
            rules.add(texts.chance(50) ? new ColumnRule.Names(subject()) : new ColumnRule.KeyOf(texts.codeWithDash()));
        }
        return rules;
    }

    private Indicator indicator() {
        String code = texts.code();
        Scope scope = texts.pick(List.of(Scope.OWN, Scope.SUBORDINATES, Scope.DIRECT_SUBORDINATES,
                Scope.ofLevels(List.copyOf(distinct(1 + random.nextInt(3), texts::text)))));
        SeriesSource actual = switch (random.nextInt(6)) {
            case 0 -> facts();
            case 1 -> new SeriesSource.Query("SELECT " + texts.formula().text(), emptyTreatment());
            case 2 -> broughtIn(scope);
            case 3 -> new SeriesSource.Composite(texts.formula(), random.nextBoolean(), random.nextBoolean());
            case 4 -> new SeriesSource.FromIndicator(texts.code());
            default -> score();
        };
        Treatment without = texts.pick(
                List.of(Treatment.FAILURE, Treatment.MISSING, Treatment.ZERO, new Treatment.Value(decimal())));
        return new Indicator(code, texts.name(code), unit(), scope, scope.isOwn() ? null : texts.maybeFormula(),
                texts.pick(List.of(MembersWithoutValue.values())), random.nextBoolean(), actual, other(scope),
                other(scope), without);
    }

    private SeriesSource other(Scope scope) {
        return switch (random.nextInt(6)) {
            case 0 -> facts();
            case 1 -> broughtIn(scope);
            case 2 -> new SeriesSource.FromIndicator(texts.code());
            case 3 -> new SeriesSource.Composite(texts.formula(), false, random.nextBoolean());
            default -> SeriesSource.NONE;
        };
    }

    private SeriesSource broughtIn(Scope scope) {
        boolean rolledUp = !scope.isOwn() && random.nextBoolean();
        return random.nextBoolean()
                ? new SeriesSource.Upload(rolledUp)
                : new SeriesSource.FromDatedValue(texts.code(), rolledUp);
    }

    private SeriesSource facts() {
        Aggregation aggregate = texts.pick(List.of(Aggregation.values()));
        String measure = texts.chance(50) ? texts.code() : "joined." + texts.code();
        return new SeriesSource.Facts(texts.codeWithDash(), aggregate, aggregate == Aggregation.COUNT ? null : measure,
                texts.maybeFormula(), texts.chance(30) ? texts.code() : null, emptyTreatment());
    }

    private SeriesSource score() {
        Decimal one = decimal();
        Decimal other = decimal();
        Decimal lowest = one.min(other);
        Decimal highest = one.max(other);
        return new SeriesSource.Score(lowest, highest, texts.pick(List.of(0, 1)) == 0 ? null : lowest);
    }

    private Treatment emptyTreatment() {
        return texts.pick(List.of(Treatment.ZERO, Treatment.MISSING, Treatment.FAILURE));
    }

    private RateTable rateTable() {
        String code = texts.code();
        List<RateTable.Key> keys = new ArrayList<>();
        for (String name : codes(2, texts::code)) {
            keys.add(new RateTable.Key(name, texts.pick(List.of(ValueType.values()))));
        }
        boolean imported = texts.chance(20);
        List<RateTable.Row> rows = new ArrayList<>();
        SequencedSet<List<String>> seen = new LinkedHashSet<>();
        for (int group = random.nextInt(3); group >= 0 && !imported; group--) {
            List<String> values = keys.stream().map(key -> keyText(key.type())).toList();
            if (seen.add(values)) {
                rows.addAll(bands(values));
            }
        }
        return new RateTable(code, texts.name(code), unit(), unit(), keys,
                texts.pick(List.of(RateTable.InclusiveBound.values())), texts.maybeFormula(), outside(), outside(),
                outside(), imported, rows);
    }

    private RateTable.Outside outside() {
        return texts.pick(List.of(RateTable.Outside.values()));
    }

    private List<RateTable.Row> bands(List<String> keys) {
        LocalDate from = texts.chance(30) ? date() : null;
        LocalDate to = from == null ? (texts.chance(30) ? date() : null) : texts.chance(50) ? from.plusDays(7) : null;
        SequencedSet<Decimal> bounds = distinct(random.nextInt(5), this::decimal);
        List<Decimal> ascending = bounds.stream().sorted().toList();
        List<RateTable.Row> rows = new ArrayList<>();
        Decimal lower = null;
        for (Decimal bound : ascending) {
            if (texts.chance(85)) {
                rows.add(new RateTable.Row(keys, lower, bound, decimal(), from, to));
            }
            lower = bound;
        }
        rows.add(new RateTable.Row(keys, lower, null, decimal(), from, to));
        return rows;
    }

    private String keyText(ValueType type) {
        return switch (type) {
            case NUMBER -> decimal().toString();
            case TEXT -> texts.text();
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case DATE -> date().toString();
        };
    }

    private RuleTable ruleTable() {
        String code = texts.code();
        List<RuleTable.Rule> rules = new ArrayList<>();
        for (Formula condition : distinct(1 + random.nextInt(5), texts::formula)) {
            rules.add(new RuleTable.Rule(condition, texts.formula(), texts.chance(50) ? texts.text() : ""));
        }
        if (texts.chance(30)) {
            rules.add(new RuleTable.Rule(null, texts.formula(), ""));
        }
        Formula otherwise = texts.maybeFormula();
        return new RuleTable(code, texts.name(code), unit(), texts.pick(List.of(RuleTable.HitPolicy.values())),
                random.nextBoolean(), rules, otherwise, otherwise != null && texts.chance(50) ? texts.text() : "");
    }

    private Parameter parameter() {
        String code = texts.code();
        List<Parameter.Item> items = new ArrayList<>();
        for (String name : distinct(1 + random.nextInt(4), texts::code)) {
            items.add(new Parameter.Item(name, texts.chance(60) ? name : texts.code(), texts.code()));
        }
        return new Parameter(code, texts.name(code), unit(), items, texts.maybeFormula(), texts.maybeFormula(),
                texts.maybeFormula(), texts.maybeFormula(), random.nextBoolean());
    }

    private Layout layout() {
        String code = texts.codeWithDash();
        SortedMap<String, Layout.Point> nodes = new TreeMap<>();
        for (String node : codes(6, texts::codeWithDash)) {
            nodes.put(node, new Layout.Point(random.nextInt(2_000_001) - 1_000_000, random.nextInt(900)));
        }
        List<String> members = List.copyOf(codes(8, texts::codeWithDash));
        List<Layout.Group> groups = new ArrayList<>();
        for (String group : codes(3, texts::codeWithDash)) {
            int first = members.size() * groups.size() / 3;
            int next = members.size() * (groups.size() + 1) / 3;
            groups.add(new Layout.Group(group, texts.name(group), members.subList(first, next), texts.chance(50)));
        }
        return new Layout(code, texts.name(code), nodes, groups);
    }

    private Population population() {
        String code = texts.codeWithDash();
        return new Population(code, texts.name(code), selection(), texts.maybeFormula(), selection());
    }

    private Population.Selection selection() {
        List<String> assignments = distinct(random.nextInt(3),
                () -> new AssignmentKey(texts.text(), texts.text(), texts.text()).toString()).stream().toList();
        return texts.chance(30)
                ? Population.Selection.NONE
                : new Population.Selection(some(), some(), some(), assignments);
    }

    private List<String> some() {
        return List.copyOf(distinct(random.nextInt(4), texts::text));
    }

    private Scheme scheme() {
        String code = texts.codeWithDash();
        LocalDate from = date();
        List<Scheme.Balance> balances = new ArrayList<>();
        for (String name : codes(3, () -> texts.code() + "B")) {
            balances.add(new Scheme.Balance(name, unit(), texts.chance(50) ? Decimal.ZERO : decimal(), texts.formula(),
                    random.nextInt(13)));
        }
        return new Scheme(code, texts.name(code), texts.chance(50) ? code : texts.codeWithDash(), texts.codeWithDash(),
                texts.codeWithDash(), from, texts.chance(50) ? from.plusMonths(1) : null, texts.codeWithDash(),
                texts.pick(CURRENCIES), random.nextInt(13), texts.pick(List.of(Scheme.Payee.values())),
                texts.maybeFormula(), List.copyOf(distinct(1 + random.nextInt(4), texts::code)),
                texts.chance(50) ? new Scheme.Proration(texts.formula(), texts.formula()) : null, texts.maybeFormula(),
                texts.maybeFormula(), texts.maybeFormula(), texts.maybeFormula(), random.nextBoolean(), balances);
    }

    private Type type() {
        return texts.chance(50) ? texts.pick(List.of(Type.TEXT, Type.BOOLEAN, Type.DATE)) : Type.number(unit());
    }

    private Unit unit() {
        return texts.pick(UNITS);
    }

    private DatedValue.Subject subject() {
        return texts.pick(List.of(DatedValue.Subject.values()));
    }

    private LocalDate date() {
        return texts.chance(90)
                ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2_000))
                : LocalDate.of(1 + random.nextInt(9_990), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private Decimal decimal() {
        int bits = texts.chance(50) ? 20 : 120;
        return Decimal.of(new BigDecimal(new BigInteger(bits, random), random.nextInt(bits == 20 ? 5 : 13))
                .multiply(random.nextBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate())
                .remainder(BigDecimal.TEN.pow(26)));
    }

    private SequencedSet<String> codes(int most, Supplier<String> code) {
        return distinct(random.nextInt(most + 1), code);
    }

    static <T> SequencedSet<T> distinct(int number, Supplier<T> supplier) {
        SequencedSet<T> all = new LinkedHashSet<>();
        while (all.size() < number) {
            all.add(supplier.get());
        }
        return all;
    }
}
