package dev.hermes.app.indicators;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a series can come from, as one chooses it. */
enum Origin {
    NONE, FACTS, QUERY, UPLOAD, DATED_VALUE, INDICATOR, FORMULA, SCORE;

    private static final List<Origin> OF_BASE = List.of(FACTS, QUERY, UPLOAD, DATED_VALUE, INDICATOR);
    private static final List<Origin> OF_OTHERS = List.of(NONE, UPLOAD, DATED_VALUE, INDICATOR, FACTS, FORMULA);

    static Origin of(SeriesSource source) {
        return switch (source) {
            case SeriesSource.None _ -> NONE;
            case SeriesSource.Facts _ -> FACTS;
            case SeriesSource.Query _ -> QUERY;
            case SeriesSource.Upload _ -> UPLOAD;
            case SeriesSource.FromDatedValue _ -> DATED_VALUE;
            case SeriesSource.FromIndicator _ -> INDICATOR;
            case SeriesSource.Composite _ -> FORMULA;
            case SeriesSource.Score _ -> SCORE;
        };
    }

    /** The key of its name. */
    String key() {
        return "origin." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What may be chosen for a series: what the documents have something for. */
    static List<Origin> choices(Series series, Indicator of, Library library) {
        List<Origin> all = series == Series.ACTUAL ? OF_BASE : OF_OTHERS;
        return all.stream().filter(origin -> origin.first(of, library).isPresent()).toList();
    }

    /** A source of this kind to begin with; empty where the documents have nothing for it. */
    Optional<SeriesSource> first(Indicator of, Library library) {
        return switch (this) {
            case NONE -> Optional.of(SeriesSource.NONE);
            case FACTS -> library.datasets().stream().filter(dataset -> !dataset.credits().isEmpty()).findFirst()
                    .map(dataset -> counted(dataset.code()));
            case QUERY -> library.datasets().stream().findFirst().map(Origin::asked);
            case UPLOAD -> Optional.of(new SeriesSource.Upload(false));
            case DATED_VALUE -> datedValues(library).stream().findFirst()
                    .map(code -> new SeriesSource.FromDatedValue(code, false));
            case INDICATOR -> others(of, library).stream().findFirst().map(SeriesSource.FromIndicator::new);
            case FORMULA -> Optional.of(new SeriesSource.Composite(new Formula("0"), false, false));
            case SCORE -> Optional.of(new SeriesSource.Score(Decimal.ZERO, Decimal.ONE, null));
        };
    }

    static SeriesSource counted(String dataset) {
        return new SeriesSource.Facts(dataset, Aggregation.COUNT, null, null, null, Treatment.ZERO);
    }

    private static SeriesSource asked(Dataset dataset) {
        return new SeriesSource.Query("SELECT person, count(*) AS value\nFROM " + dataset.code()
                + "\nGROUP BY person", Treatment.ZERO);
    }

    /** The codes of dated values that are numbers. */
    static List<String> datedValues(Library library) {
        return library.datedValues().stream().filter(value -> value.type().isNumber()).map(DatedValue::code).toList();
    }

    /** The codes of all indicators but one. */
    static List<String> others(Indicator of, Library library) {
        return library.indicators().stream().map(Indicator::code).filter(code -> !code.equals(of.code())).toList();
    }
}
