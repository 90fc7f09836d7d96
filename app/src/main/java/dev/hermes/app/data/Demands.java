package dev.hermes.app.data;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a dataset's column, as somebody writes it.
 *
 * @param type
 *            text, date, boolean or a unit
 * @param min
 *            the least number or date; blank for none
 * @param max
 *            the greatest; blank for none
 * @param texts
 *            the texts that it takes, with commas between and in quotes where they hold one; blank for any
 */
record Demands(String type, boolean required, boolean unique, String min, String max, String texts) {

    private static final int DIGITS = 18;
    private static final int SCALE = 4;
    private static final Pattern BETWEEN = Pattern.compile("[,，;；\n]");
    /** A text in quotes, in which two stand for one; or one without, up to what is between texts. */
    private static final Pattern TEXT = Pattern
            .compile("\\s*(?:\"((?:[^\"]|\"\")*)\"\\s*(?=[,，;；\n]|$)|([^,，;；\n]*))(?:[,，;；\n]|$)");

    static Demands of(Dataset.Column column) {
        boolean required = false;
        boolean unique = false;
        String min = "";
        String max = "";
        String texts = "";
        for (ColumnRule rule : column.rules()) {
            switch (rule) {
                case ColumnRule.Required _ -> required = true;
                case ColumnRule.Unique _ -> unique = true;
                case ColumnRule.NumberRange range -> {
                    min = text(range.min());
                    max = text(range.max());
                }
                case ColumnRule.DateRange range -> {
                    min = text(range.min());
                    max = text(range.max());
                }
                case ColumnRule.OneOf one -> texts = one.texts().stream().map(Demands::quoted)
                        .collect(Collectors.joining(", "));
                case ColumnRule.Names _,ColumnRule.KeyOf _ -> {
                    // Kept as it is by with.
                }
            }
        }
        return new Demands(column.type().word(), required, unique, min, max, texts);
    }

    /** A text as it is told from those beside it. */
    private static String quoted(String text) {
        return BETWEEN.matcher(text).find() || text.startsWith("\"") || !text.equals(text.strip())
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    /** The texts that somebody wrote, each as it is meant. */
    private static List<String> read(String texts) {
        List<String> read = new ArrayList<>();
        Matcher next = TEXT.matcher(texts);
        while (next.find()) {
            String quoted = next.group(1);
            String plain = next.group(2);
            if (quoted != null) {
                read.add(quoted.replace("\"\"", "\""));
            } else if (plain != null && !plain.isBlank()) {
                read.add(plain.strip());
            }
            if (next.end() == texts.length()) {
                break;
            }
        }
        return read;
    }

    Demands withType(String other) {
        return new Demands(other, required, unique, min, max, texts);
    }

    Demands withRequired(boolean is) {
        return new Demands(type, is, unique, min, max, texts);
    }

    Demands withUnique(boolean is) {
        return new Demands(type, required, is, min, max, texts);
    }

    Demands withMin(String least) {
        return new Demands(type, required, unique, least, max, texts);
    }

    Demands withMax(String greatest) {
        return new Demands(type, required, unique, min, greatest, texts);
    }

    Demands withTexts(String taken) {
        return new Demands(type, required, unique, min, max, taken);
    }

    private static String text(@Nullable Object bound) {
        return bound == null ? "" : bound.toString();
    }

    /**
     * The column with these in place of its own; what it refers to stays.
     *
     * @throws FindingsException
     *             where one of them cannot be read, or is not for columns of this type
     */
    Dataset.Column with(Dataset.Column column, String dataset) {
        Type read = type(column, dataset);
        List<ColumnRule> rules = new ArrayList<>();
        if (required) {
            rules.add(new ColumnRule.Required());
        }
        switch (read.value()) {
            case NUMBER -> {
                @Nullable Decimal least = bound(min, Decimal::parse, column, dataset);
                @Nullable Decimal greatest = bound(max, Decimal::parse, column, dataset);
                if (least != null || greatest != null) {
                    rules.add(new ColumnRule.NumberRange(least, greatest));
                }
            }
            case DATE -> {
                @Nullable LocalDate first = bound(min, LocalDate::parse, column, dataset);
                @Nullable LocalDate last = bound(max, LocalDate::parse, column, dataset);
                if (first != null || last != null) {
                    rules.add(new ColumnRule.DateRange(first, last));
                }
            }
            case TEXT -> {
                List<String> taken = read(texts);
                if (!taken.isEmpty()) {
                    rules.add(new ColumnRule.OneOf(taken));
                }
            }
            case BOOLEAN -> {
                // Two values need no rules.
            }
        }
        if (unique && read.value() != ValueType.BOOLEAN) {
            rules.add(new ColumnRule.Unique());
        }
        if (read.value() == ValueType.TEXT) {
            column.rules().stream()
                    .filter(rule -> rule instanceof ColumnRule.Names || rule instanceof ColumnRule.KeyOf)
                    .forEach(rules::add);
        }
        boolean stays = column.type().isNumber() == read.isNumber();
        return new Dataset.Column(column.name(), read, stays ? column.digits() : read.isNumber() ? DIGITS : 0,
                stays ? column.scale() : read.isNumber() ? SCALE : 0, rules);
    }

    private Type type(Dataset.Column column, String dataset) {
        try {
            return Type.parse(type.strip());
        } catch (IllegalArgumentException unknown) {
            throw refused(column, dataset, Message.of("The type \"{0}\" is none. Maybe text, date, boolean, number, a "
                    + "currency such as CNY, or what is counted.", type));
        }
    }

    private static <T> @Nullable T bound(String text, Function<String, T> reader, Dataset.Column column,
            String dataset) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (DecimalException | DateTimeException wrong) {
            throw refused(column, dataset, column.type().value() == ValueType.DATE
                    ? Message.of("\"{0}\" is no date. Maybe write it as 2026-01-31.", text)
                    : Message.of("\"{0}\" is no number. Maybe write it with digits and a point, as 1234.5.", text));
        }
    }

    private static FindingsException refused(Dataset.Column column, String dataset, Message message) {
        return new FindingsException(
                List.of(Finding.error("dataset " + dataset, "columns." + column.name(), null, message)));
    }
}
