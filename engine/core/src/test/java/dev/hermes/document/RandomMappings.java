package dev.hermes.document;

import dev.hermes.model.Mapping;
import dev.hermes.model.NumberStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/** Any mapping that an author might write. Of one thread. */
final class RandomMappings {

    private final Random random;
    private final RandomTexts texts;

    RandomMappings(Random random, RandomTexts texts) {
        this.random = random;
        this.texts = texts;
    }

    Mapping mapping() {
        String code = texts.codeWithDash();
        Mapping.Target target = texts.pick(List.of(Mapping.Target.values()));
        String of = switch (target) {
            case FACTS, RATES -> texts.codeWithDash();
            case DATED_VALUES, ACTUALS, TARGETS, BASELINES, SCORES, CORRECTIONS -> texts.chance(50) ? texts.code()
                    : null;
            case ORGANISATIONS, LEADERS, SUPERIORS, PERSONS, ASSIGNMENTS, ADJUSTMENTS, BALANCES -> null;
        };
        Mapping.Format format = texts.pick(List.of(new Mapping.Format.Csv(','), new Mapping.Format.Csv(';'),
                new Mapping.Format.Csv('\t'), new Mapping.Format.Csv('|'), new Mapping.Format.Csv('#'),
                csv(), csv(), new Mapping.Format.Parquet(), adapter()));
        SequencedMap<String, Mapping.Field> fields = new LinkedHashMap<>();
        for (String name : RandomDocuments.distinct(1 + random.nextInt(5), texts::code)) {
            fields.put(name, field());
        }
        return new Mapping(code, texts.name(code), "../data/" + texts.code() + ".csv", format, target, of,
                replaces(target), texts.maybeFormula(), fields);
    }

    private Mapping.Replaces replaces(Mapping.Target target) {
        Mapping.Replaces periods = switch (target) {
            case FACTS -> new Mapping.Replaces.Periods(texts.codeWithDash());
            case ACTUALS,
                    TARGETS,
                    BASELINES,
                    SCORES,
                    CORRECTIONS,
                    ADJUSTMENTS,
                    BALANCES -> new Mapping.Replaces.Periods(
                            null);
            case ORGANISATIONS,
                    LEADERS,
                    SUPERIORS,
                    PERSONS,
                    ASSIGNMENTS,
                    DATED_VALUES,
                    RATES -> new Mapping.Replaces.Keys();
        };
        return texts.pick(List.of(new Mapping.Replaces.Everything(), new Mapping.Replaces.Keys(), periods));
    }

    private Mapping.Format csv() {
        char decimal = texts.pick(List.of('.', ','));
        Character grouping = texts.pick(List.of('.', ',', '\'', ' '));
        NumberStyle numbers = new NumberStyle(decimal, grouping == decimal ? null : grouping,
                texts.pick(List.of(NumberStyle.Negative.values())), random.nextBoolean());
        return new Mapping.Format.Csv(texts.pick(List.of(',', ';', '\t')),
                texts.pick(List.of('"', '\'', Mapping.Format.Csv.NO_QUOTE)),
                texts.chance(50) ? null : texts.pick(List.of("UTF-8", "GB18030", "windows-1252")), random.nextBoolean(),
                numbers, texts.chance(50) ? null : "dd.MM.yyyy");
    }

    /** The options of excel are in the schema; what those of other formats are is the plugin's affair. */
    private Mapping.Format adapter() {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        if (texts.chance(50)) {
            options.put("sheet", texts.anyText());
            return new Mapping.Format.Adapter("excel", options);
        }
        for (String name : RandomDocuments.distinct(random.nextInt(3), () -> "o" + texts.code())) {
            options.put(name.substring(0, Math.min(name.length(), 64)), texts.anyText());
        }
        return new Mapping.Format.Adapter("fixedWidth", options);
    }

    private Mapping.Field field() {
        int plusDays = texts.chance(50) ? 0 : random.nextInt(733) - 366;
        Map<String, String> lookup = new LinkedHashMap<>();
        for (String from : RandomDocuments.distinct(random.nextInt(3), texts::anyText)) {
            lookup.put(from, texts.anyText());
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Mapping.Field(new Mapping.Origin.Constant(texts.anyText()), null, 0, Map.of());
            case 1 -> new Mapping.Field(new Mapping.Origin.Computed(texts.formula()), null, plusDays, lookup);
            case 2 -> new Mapping.Field(new Mapping.Origin.Column(texts.text()), null, 0, Map.of());
            default -> new Mapping.Field(new Mapping.Origin.Column(texts.text()),
                    texts.pick(List.of("dd.MM.yyyy", "MM/dd/yyyy", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss")), plusDays,
                    lookup);
        };
    }
}
