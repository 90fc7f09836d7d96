package dev.hermes.app.data;

import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Calendar;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.Type;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what data is in the user's language. Of the screen's thread. */
final class DataWords {

    private static final long KIBI = 1024;
    private static final long MANY = 1_000_000;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_TEXTS = 4;

    private final Texts texts;

    DataWords(Texts texts) {
        this.texts = texts;
    }

    private Locale locale() {
        return texts.wording().get().locale();
    }

    /** What the rows of a mapping become: {@code facts of Orders}. */
    String into(Mapping mapping, Library library) {
        String rows = into(mapping.into());
        String of = mapping.of();
        return of == null ? rows : texts.get("data.into.of", rows, named(mapping.into(), of, library));
    }

    /** What a source fills, as far as anybody knows. */
    String fills(Source source, Inventory inventory) {
        SortedSet<String> datasets = inventory.datasets().getOrDefault(source.code(), new TreeSet<>());
        return source.mapping().map(mapping -> into(mapping, inventory.library()))
                .orElseGet(() -> datasets.isEmpty()
                        ? texts.get("data.elsewhere")
                        : texts.get("data.into.of", into(Mapping.Target.FACTS), String.join(", ", datasets)));
    }

    String into(Mapping.Target target) {
        return texts.get("data.into." + target.word());
    }

    private static String named(Mapping.Target target, String code, Library library) {
        return switch (target) {
            case FACTS -> library.dataset(code).map(Dataset::name).orElse(code);
            case ACTUALS, TARGETS, BASELINES, SCORES, CORRECTIONS -> library.indicator(code)
                    .map(indicator -> indicator.name()).orElse(code);
            default -> code;
        };
    }

    /** What a file is: {@code CSV}. */
    String format(Source source) {
        return source.mapping().map(mapping -> format(mapping.format())).orElse("");
    }

    /** What a format is called. */
    String format(Mapping.Format format) {
        return switch (format) {
            case Mapping.Format.Csv _ -> "CSV";
            case Mapping.Format.Parquet _ -> "Parquet";
            case Mapping.Format.Adapter adapter -> adapter.word().substring(0, 1).toUpperCase(Locale.ROOT)
                    + adapter.word().substring(1);
        };
    }

    /** How a text is written: {@code UTF-8, comma, 1,234.50}. */
    String written(Mapping.Format.Csv csv) {
        String written = texts.get("data.written", Objects.requireNonNullElse(csv.encoding(), "UTF-8"),
                separator(csv.separator()), sample(csv.numbers()));
        return csv.dates() == null ? written : texts.get("data.written.dates", written, csv.dates());
    }

    String separator(char separator) {
        return switch (separator) {
            case ',' -> texts.get("data.separator.comma");
            case ';' -> texts.get("data.separator.semicolon");
            case '\t' -> texts.get("data.separator.tab");
            case '|' -> texts.get("data.separator.bar");
            default -> String.valueOf(separator);
        };
    }

    String quote(char quote) {
        return switch (quote) {
            case Mapping.Format.Csv.QUOTE -> texts.get("data.quote.double");
            case '\'' -> texts.get("data.quote.single");
            default -> texts.get("data.quote.none");
        };
    }

    /** How a number is written that is below zero. */
    String negative(NumberStyle.Negative negative) {
        return switch (negative) {
            case LEADING -> texts.get("data.negative.leading");
            case TRAILING -> texts.get("data.negative.trailing");
            case PARENTHESES -> texts.get("data.negative.parentheses");
        };
    }

    /** What an import takes the place of. */
    String replaces(Mapping.Replaces replaces, Library library) {
        return switch (replaces) {
            case Mapping.Replaces.Everything _ -> texts.get("data.replaces.everything");
            case Mapping.Replaces.Keys _ -> texts.get("data.replaces.keys");
            case Mapping.Replaces.Periods periods -> periods.calendar() == null
                    ? texts.get("data.replaces.periods")
                    : texts.get("data.replaces.calendar", library.calendar(periods.calendar()).map(Calendar::name)
                            .orElse(periods.calendar()));
        };
    }

    String sample(NumberStyle style) {
        return "1" + (style.grouping() == null ? "" : style.grouping()) + "234" + style.decimal() + "50";
    }

    String size(long bytes) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.wording().get().ofNumbers());
        if (bytes < KIBI) {
            return format.format(bytes) + " B";
        }
        double shown = bytes;
        int unit = -1;
        while (shown >= KIBI && unit < 3) {
            shown /= KIBI;
            unit++;
        }
        format.setMaximumFractionDigits(shown < 10 ? 1 : 0);
        return format.format(shown) + " " + "KMGT".charAt(unit) + "B";
    }

    String count(long rows) {
        return NumberFormat.getIntegerInstance(texts.wording().get().ofNumbers()).format(rows);
    }

    /** A count in little room. */
    String shortCount(long rows) {
        if (rows < MANY) {
            return count(rows);
        }
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(2);
        return format.format(rows);
    }

    /** When something was, by the clock of this computer; with the year where it is not this one. */
    String moment(Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneId.systemDefault());
        String key = time.getYear() == Year.now(ZoneId.systemDefault()).getValue() ? "data.moment" : "data.moment.year";
        return DateTimeFormatter.ofPattern(texts.get(key), locale()).format(time);
    }

    /** What a field takes. */
    String origin(Mapping.Origin origin) {
        return switch (origin) {
            case Mapping.Origin.Column column -> column.name();
            case Mapping.Origin.Constant constant -> "“" + constant.text() + "”";
            case Mapping.Origin.Computed computed -> "= " + computed.formula().text();
        };
    }

    /** What is asked of a field. */
    String rules(String name, Mapping.@Nullable Field field, Optional<Dataset> dataset) {
        List<String> rules = new ArrayList<>();
        dataset.flatMap(of -> of.columns().stream().filter(column -> column.name().equals(name)).findFirst())
                .ifPresent(column -> rules(column, dataset.orElseThrow(), rules));
        if (field != null && field.dateFormat() != null) {
            rules.add(field.dateFormat());
        }
        if (field != null && field.plusDays() != 0) {
            rules.add(field.plusDays() > 0
                    ? texts.get("data.rule.plusDays", field.plusDays())
                    : texts.get("data.rule.minusDays", -field.plusDays()));
        }
        if (field != null && !field.lookup().isEmpty()) {
            rules.add(texts.get("data.rule.lookup", field.lookup().size()));
        }
        return String.join(" · ", rules);
    }

    /** A type, or the unit of a number. */
    String type(Type type) {
        return type(type.word());
    }

    /** The same, of the word that documents have for it. */
    String type(String word) {
        return switch (word) {
            case "text" -> texts.get("data.type.text");
            case "date" -> texts.get("data.type.date");
            case "boolean" -> texts.get("data.type.boolean");
            case "number" -> texts.get("data.type.number");
            case "ratio" -> texts.get("data.type.ratio");
            case "money" -> texts.get("data.type.money");
            case "count" -> texts.get("data.type.count");
            case "days" -> texts.get("data.type.days");
            default -> word;
        };
    }

    /** What is asked of a column beside its type; empty where nothing is. */
    String asked(Dataset.Column column, Dataset dataset) {
        List<String> rules = new ArrayList<>();
        rules(column, dataset, rules);
        return rules.stream().skip(1).collect(Collectors.joining(" · "));
    }

    private void rules(Dataset.Column column, Dataset dataset, List<String> rules) {
        rules.add(type(column.type()));
        if (column.name().equals(dataset.key())) {
            rules.add(texts.get("data.rule.key"));
        }
        if (column.name().equals(dataset.date())) {
            rules.add(texts.get("data.rule.required"));
        }
        column.rules().forEach(rule -> rules.add(rule(rule)));
    }

    private String rule(ColumnRule rule) {
        return switch (rule) {
            case ColumnRule.Required _ -> texts.get("data.rule.required");
            case ColumnRule.Unique _ -> texts.get("data.rule.unique");
            case ColumnRule.NumberRange range -> range(number(range.min()), number(range.max()));
            case ColumnRule.DateRange range -> range(date(range.min()), date(range.max()));
            case ColumnRule.OneOf oneOf -> texts.get("data.rule.oneOf",
                    oneOf.texts().stream().limit(MOST_TEXTS).collect(Collectors.joining(", "))
                            + (oneOf.texts().size() > MOST_TEXTS ? ", …" : ""));
            case ColumnRule.Names names -> texts.get("data.rule.refers", switch (names.subject()) {
                case PERSON -> texts.get("data.into.persons");
                case ASSIGNMENT -> texts.get("data.into.assignments");
                case ORGANISATION -> texts.get("data.into.organisations");
            });
            case ColumnRule.KeyOf key -> texts.get("data.rule.refers", key.dataset());
        };
    }

    private String range(String from, String to) {
        return from.isEmpty()
                ? texts.get("data.rule.atMost", to)
                : to.isEmpty() ? texts.get("data.rule.atLeast", from) : texts.get("data.rule.between", from, to);
    }

    private String number(@Nullable Decimal bound) {
        return bound == null ? "" : cell(bound);
    }

    private static String date(@Nullable LocalDate bound) {
        return bound == null ? "" : bound.toString();
    }

    /** What a cell has become. */
    String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Decimal decimal -> {
                NumberFormat format = NumberFormat.getNumberInstance(texts.wording().get().ofNumbers());
                format.setMaximumFractionDigits(MOST_DIGITS);
                yield format.format(decimal.toBigDecimal()).replace('-', '\u2212');
            }
            case Boolean yes -> texts.get(yes ? "data.yes" : "data.no");
            default -> value.toString();
        };
    }
}
