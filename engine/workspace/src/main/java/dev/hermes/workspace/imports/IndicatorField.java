package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Message;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Unit;
import dev.hermes.spi.BadCellException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The indicator that a row is of: the one that the mapping names, or the one in the field {@code indicator}. */
final class IndicatorField {

    private static final Indicator STAND_IN = new Indicator("", "", Unit.NUMBER, Scope.OWN, null,
            MembersWithoutValue.FAILURE, false, SeriesSource.NONE, SeriesSource.NONE, SeriesSource.NONE,
            Treatment.FAILURE);

    private final Library library;
    private final Predicate<Indicator> takes;
    private final String rows;
    private final FieldReader reader;
    /** The indicator of every row; null where each row names its own. */
    private final @Nullable Indicator ofAll;

    /**
     * Finds out what the mapping says of the indicator.
     *
     * @param takes
     *            whether an indicator reads rows of this kind; what nobody reads is refused, not lost
     * @param rows
     *            what the rows become, in the mapping's word
     */
    IndicatorField(MappedFields fields, Library library, Predicate<Indicator> takes, String rows) {
        this.library = library;
        this.takes = takes;
        this.rows = rows;
        String code = fields.of();
        reader = code == null ? fields.required("indicator") : FieldReader.absent("indicator");
        ofAll = code == null ? null : ofAll(fields, code);
    }

    private Indicator ofAll(MappedFields fields, String code) {
        try {
            return find(code);
        } catch (BadCellException problem) {
            fields.refuse("of", problem.said());
            return STAND_IN;
        }
    }

    Indicator read(Row row) {
        return ofAll == null ? reader.required(row, this::find, STAND_IN) : ofAll;
    }

    private Indicator find(String code) throws BadCellException {
        Indicator indicator = library.indicator(code).orElseThrow(() -> new BadCellException(
                Unknown.document(Message.of("indicator"), code, codes(_ -> true))));
        if (!takes.test(indicator)) {
            throw new BadCellException(Message.of("The indicator {0} reads no {1}", code, rows), codes(takes).isEmpty()
                    ? Message.of("Maybe its document should say so, or the rows are of another one.")
                    : Message.of("Maybe its document should say so, or the rows are of another one: {0}.",
                            String.join(", ", codes(takes))));
        }
        return indicator;
    }

    private List<String> codes(Predicate<Indicator> those) {
        return library.indicators().stream().filter(those).map(Indicator::code).toList();
    }
}
