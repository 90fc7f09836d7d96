package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Value.Placed;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a dataset's column. */
final class ColumnRuleForm {

    static final String[] FIELDS = {"required", "min", "max", "in", "unique", "refersTo"};

    private static final Words<Subject> SUBJECTS = Words.of("persons", Subject.PERSON)
            .and("assignments", Subject.ASSIGNMENT).and("organisations", Subject.ORGANISATION);

    private ColumnRuleForm() {}

    static List<ColumnRule> read(Type type, Fields fields) {
        List<ColumnRule> rules = new ArrayList<>();
        if (fields.flag("required", false)) {
            rules.add(new ColumnRule.Required());
        }
        ColumnRule range = range(type, fields);
        if (range != null) {
            rules.add(range);
        }
        boolean isText = type.value() == ValueType.TEXT;
        List<String> texts = isText ? texts(fields) : List.of();
        if (!texts.isEmpty()) {
            rules.add(new ColumnRule.OneOf(texts));
        }
        if (type.value() == ValueType.BOOLEAN) {
            fields.notHere(Message.of("There are but two values, true and false."), "unique");
        } else if (fields.flag("unique", false)) {
            rules.add(new ColumnRule.Unique());
        }
        ColumnRule reference = isText ? fields.optional("refersTo", ColumnRuleForm::reference) : null;
        if (reference != null) {
            rules.add(reference);
        }
        if (!isText) {
            fields.notHere(Message.of("Only texts are taken from a list or refer to something."), "in", "refersTo");
        }
        return rules;
    }

    private static @Nullable ColumnRule range(Type type, Fields fields) {
        return switch (type.value()) {
            case NUMBER -> {
                Decimal min = fields.optionalDecimal("min");
                Decimal max = fields.optionalDecimal("max");
                refuseEmpty(min, max, fields);
                yield min == null && max == null ? null : new ColumnRule.NumberRange(min, max);
            }
            case DATE -> {
                LocalDate min = fields.optionalDate("min");
                LocalDate max = fields.optionalDate("max");
                refuseEmpty(min, max, fields);
                yield min == null && max == null ? null : new ColumnRule.DateRange(min, max);
            }
            case TEXT, BOOLEAN -> {
                fields.notHere(Message.of("Only numbers and dates have a least and a greatest value."), "min", "max");
                yield null;
            }
        };
    }

    private static <T extends Comparable<? super T>> void refuseEmpty(@Nullable T min, @Nullable T max, Fields fields) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            fields.error("max",
                    Message.of("The max ({0}) must not be below the min ({1}). Maybe the two are swapped.", max, min));
        }
    }

    private static List<String> texts(Fields fields) {
        List<Placed<String>> texts = fields.someIfGiven("in", Readings::text);
        Repeats.refuse(texts, Message.of("text"), text -> text);
        return texts.stream().map(Placed::read).toList();
    }

    private static @Nullable ColumnRule reference(Value value) {
        String to = Readings.reference(value);
        if (to == null) {
            return null;
        }
        Subject subject = SUBJECTS.meaning(to);
        return subject == null ? new ColumnRule.KeyOf(to) : new ColumnRule.Names(subject);
    }

    static void write(List<ColumnRule> rules, Output output) {
        for (ColumnRule rule : rules) {
            switch (rule) {
                case ColumnRule.Required _ -> output.flag("required", true, false);
                case ColumnRule.NumberRange range -> output.decimal("min", range.min()).decimal("max", range.max());
                case ColumnRule.DateRange range -> output.date("min", range.min()).date("max", range.max());
                case ColumnRule.OneOf one -> output.texts("in", one.texts());
                case ColumnRule.Unique _ -> output.flag("unique", true, false);
                case ColumnRule.Names names -> output.word("refersTo", names.subject(), SUBJECTS);
                case ColumnRule.KeyOf key -> output.text("refersTo", key.dataset());
            }
        }
    }
}
