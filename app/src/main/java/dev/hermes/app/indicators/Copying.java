package dev.hermes.app.indicators;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies indicators as the documents that they are, and gives them other codes. */
final class Copying {

    private Copying() {}

    /** Indicators as text, one document after the other. */
    static String text(Library library, Collection<String> codes) {
        return codes.stream().sorted().flatMap(code -> library.indicator(code).stream()).map(DocumentWriter::toYaml)
                .collect(Collectors.joining("---\n"));
    }

    /**
     * The indicators of a text by the codes that they have there, with codes that are free; what they read of each other
     * they go on reading of each other. Empty where the text holds no indicators.
     */
    static Map<String, Indicator> pasted(Library library, String text) {
        List<Indicator> found = new ArrayList<>();
        try {
            for (LoadedDocument loaded : DocumentReader.read("clipboard", text)) {
                if (loaded.document() instanceof Indicator indicator) {
                    found.add(indicator);
                }
            }
        } catch (FindingsException other) {
            return Map.of();
        }
        Map<String, String> codes = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        library.documents().forEach(loaded -> taken.add(loaded.document().code()));
        for (Indicator indicator : found) {
            String code = indicator.code();
            for (int number = 2; !taken.add(code); number++) {
                code = indicator.code() + number;
            }
            codes.put(indicator.code(), code);
        }
        Map<String, Indicator> pasted = new LinkedHashMap<>();
        found.forEach(indicator -> pasted.put(indicator.code(), renamed(indicator, codes)));
        return pasted;
    }

    /** An indicator in which some codes, be it its own, are others. */
    static Indicator renamed(Indicator of, Map<String, String> codes) {
        Formula members = of.members();
        Indicator renamed = new Indicator(codes.getOrDefault(of.code(), of.code()), of.name(), of.unit(), of.scope(),
                members == null ? null : renamed(members, codes), of.membersWithoutValue(), of.historyOfPerson(),
                of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
        for (Series series : Series.values()) {
            renamed = Formulation.withSource(renamed, series, renamed(of.source(series), codes));
        }
        return renamed;
    }

    private static SeriesSource renamed(SeriesSource source, Map<String, String> codes) {
        return switch (source) {
            case SeriesSource.Composite composite -> new SeriesSource.Composite(renamed(composite.formula(), codes),
                    composite.eachDay(), composite.rollUpValues());
            case SeriesSource.FromIndicator other -> new SeriesSource.FromIndicator(
                    codes.getOrDefault(other.code(), other.code()));
            default -> source;
        };
    }

    /** A formula in which some names are others; what stands in quotation marks or behind a dot is no name. */
    static Formula renamed(Formula formula, Map<String, String> codes) {
        return new Formula(FormulaNames.replaced(formula.text(), codes));
    }
}
