package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Content;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Message;
import dev.hermes.model.Scope;
import dev.hermes.model.Scope.Reach;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.SeriesSource.Composite;
import dev.hermes.model.SeriesSource.Score;
import dev.hermes.model.Treatment;
import dev.hermes.model.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an indicator. Where its series come from is {@link SeriesForm}. */
final class IndicatorForm {

    /** What the actual of an indicator is made of. */
    private enum Type {
        BASE, COMPOSITE, SUBJECTIVE
    }

    private static final Words<Type> TYPES = Words.of(Type.class);
    private static final Words<Reach> REACHES = Words.of(Reach.class).without(Reach.LEVELS);
    private static final Words<MembersWithoutValue> MEMBERS_WITHOUT_VALUE = Words.of(MembersWithoutValue.class);
    private static final Words<Boolean> HISTORY_OF_PERSON = Words.of("assignment", false).and("person", true);
    private static final Words<Treatment> WITHOUT_TARGET = Words.of("failure", Treatment.FAILURE).and("missing",
            Treatment.MISSING);
    private static final Map<Type, List<String>> FIELDS = new EnumMap<>(Map.of(
            Type.BASE, List.of("dataset", "aggregate", "measure", "where", "date", "empty", "query", "actual"),
            Type.COMPOSITE, List.of("formula", "each", "rollup"),
            Type.SUBJECTIVE, List.of("score")));

    private IndicatorForm() {}

    static Indicator read(String code, String name, Fields fields) {
        Value type = fields.require("type");
        SeriesSource actual = actual(type == null ? null : Readings.word(type, TYPES), fields);
        Unit unit = fields.unit("unit");
        Scope said = fields.optional("scope", IndicatorForm::scope);
        Scope scope = said == null ? Scope.OWN : said;
        Formula members = fields.optionalFormula("members");
        MembersWithoutValue without = fields.word("membersWithoutValue", MEMBERS_WITHOUT_VALUE,
                MembersWithoutValue.FAILURE);
        boolean ofPerson = fields.word("history", HISTORY_OF_PERSON, false);
        SeriesSource target = fields.optional("target", SeriesForm::readOther, SeriesSource.NONE);
        SeriesSource baseline = fields.optional("baseline", SeriesForm::readOther, SeriesSource.NONE);
        Treatment withoutTarget = fields.optional("attainmentWithoutTarget", IndicatorForm::treatment,
                Treatment.FAILURE);
        Indicator indicator = new Indicator(code, name, unit, scope, members, without, ofPerson, actual, target,
                baseline, withoutTarget);
        if (scope.isOwn() && (said != null || !fields.has("scope"))) {
            checkOwnScope(indicator, fields);
        }
        return indicator;
    }

    static void write(Indicator indicator, Output output) {
        switch (indicator.actual()) {
            case Composite composite -> output.word("type", Type.COMPOSITE, TYPES);
            case Score score -> output.word("type", Type.SUBJECTIVE, TYPES);
            default -> output.word("type", Type.BASE, TYPES);
        }
        output.text("unit", indicator.unit().name()).put("scope", content(indicator.scope()))
                .formula("members", indicator.members()).word("membersWithoutValue", indicator.membersWithoutValue(),
                        MEMBERS_WITHOUT_VALUE, MembersWithoutValue.FAILURE)
                .word("history", indicator.historyOfPerson(), HISTORY_OF_PERSON, false);
        writeActual(indicator.actual(), output);
        output.put("target", SeriesForm.content(indicator.target()))
                .put("baseline", SeriesForm.content(indicator.baseline()))
                .put("attainmentWithoutTarget", content(indicator.attainmentWithoutTarget()));
    }

    private static SeriesSource actual(@Nullable Type type, Fields fields) {
        if (type == null) {
            FIELDS.values().forEach(names -> fields.known(names.toArray(String[]::new)));
            return SeriesSource.NONE;
        }
        FIELDS.forEach((other, names) -> {
            if (other != type) {
                fields.notHere(Message.of("It belongs to {0} indicators, and this one is {1}.", TYPES.word(other),
                        TYPES.word(type)), names.toArray(String[]::new));
            }
        });
        return switch (type) {
            case BASE -> SeriesForm.readBase(fields);
            case COMPOSITE -> new Composite(fields.formula("formula"), fields.word("each", SeriesForm.EACH, false),
                    fields.word("rollup", SeriesForm.ROLLUP, false));
            case SUBJECTIVE -> fields.required("score", value -> value.fields(IndicatorForm::score),
                    new Score(Decimal.ZERO, Decimal.ONE, null));
        };
    }

    private static void writeActual(SeriesSource actual, Output output) {
        switch (actual) {
            case Composite composite -> output.formula("formula", composite.formula())
                    .word("each", composite.eachDay(), SeriesForm.EACH, false)
                    .word("rollup", composite.rollUpValues(), SeriesForm.ROLLUP, false);
            case Score score -> output.put("score", new Output().decimal("lowest", score.lowest())
                    .decimal("highest", score.highest()).decimal("default", score.otherwise()).fields());
            default -> SeriesForm.writeBase(actual, output);
        }
    }

    private static Score score(Fields fields) {
        Decimal lowest = fields.required("lowest", Readings::decimal, Decimal.MIN);
        Decimal highest = fields.required("highest", Readings::decimal, Decimal.MAX);
        Decimal otherwise = fields.optionalDecimal("default");
        if (lowest.compareTo(highest) > 0) {
            fields.error("highest", Message.of("The highest score ({0}) must not be below the lowest ({1}). Maybe the "
                    + "two are swapped.", highest, lowest));
        } else if (otherwise != null && (otherwise.compareTo(lowest) < 0 || otherwise.compareTo(highest) > 0)) {
            fields.error("default", Message.of("The default score ({0}) must be from {1} to {2}. Maybe widen the "
                    + "bounds.", otherwise, lowest, highest));
        }
        return new Score(lowest, highest, otherwise);
    }

    private static @Nullable Scope scope(Value value) {
        if (value.isScalar()) {
            Reach reach = Readings.word(value, REACHES);
            return reach == null ? null : new Scope(reach, List.of());
        }
        return value.fields(fields -> {
            List<Placed<String>> levels = fields.some("levels", Readings::text);
            Repeats.refuse(levels, Message.of("level"), Function.identity());
            return levels.isEmpty() ? Scope.OWN : Scope.ofLevels(levels.stream().map(Placed::read).toList());
        });
    }

    private static @Nullable Treatment treatment(Value value) {
        if (value.is("failure") || value.is("missing")) {
            return Readings.word(value, WITHOUT_TARGET);
        }
        if (!value.isNumber()) {
            value.error(
                    Message.of("What attainment is without a target must be failure, missing or a number. Maybe 0."));
            return null;
        }
        Decimal number = Readings.decimal(value);
        return number == null ? null : new Treatment.Value(number);
    }

    /** An own scope has no members, so whatever is said about them is a mistake in this field or in the scope. */
    private static void checkOwnScope(Indicator indicator, Fields fields) {
        Message remedy = Message.of("The scope is own, which has no members. Maybe add scope: subordinates.");
        if (indicator.members() != null) {
            fields.error("members", remedy);
        }
        if (SeriesForm.isRolledUp(indicator.actual())) {
            fields.error("actual", remedy);
        }
        if (SeriesForm.isRolledUp(indicator.target())) {
            fields.error("target", remedy);
        }
        if (SeriesForm.isRolledUp(indicator.baseline())) {
            fields.error("baseline", remedy);
        }
    }

    private static @Nullable Content content(Scope scope) {
        return switch (scope.reach()) {
            case OWN -> null;
            case LEVELS -> new Output().texts("levels", scope.levels()).fields();
            case DIRECT_SUBORDINATES, SUBORDINATES -> Content.text(REACHES.word(scope.reach()));
        };
    }

    private static @Nullable Content content(Treatment withoutTarget) {
        return switch (withoutTarget) {
            case Treatment.Fail fail -> null;
            case Treatment.Miss miss -> Content.text(WITHOUT_TARGET.word(miss));
            case Treatment.Value value -> Output.decimal(value.value());
        };
    }
}
