package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping.Target;
import dev.hermes.model.RateTable;
import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that rows of each kind have, for a draft of their mapping and for those who edit one. */
public final class TargetFields {

    private TargetFields() {}

    /**
     * A field.
     *
     * @param isRequired
     *            whether there are no rows without it; of fields of which one is enough, none is
     */
    public record Field(String name, boolean isDate, boolean isRequired) {}

    private static Field required(String name) {
        return new Field(name, false, true);
    }

    private static Field optional(String name) {
        return new Field(name, false, false);
    }

    private static Field date(String name) {
        return new Field(name, true, false);
    }

    /** The columns of a dataset. */
    public static List<Field> of(Dataset dataset) {
        return dataset.columns().stream().map(column -> new Field(column.name(),
                column.type().value() == ValueType.DATE, column.name().equals(dataset.key())
                        || column.name().equals(dataset.date()) || column.rules().contains(new ColumnRule.Required())))
                .toList();
    }

    /**
     * The fields of rows.
     *
     * @param of
     *            the code of the document that they belong to; null where none is named
     * @return empty where that is a dataset that the library does not have
     */
    public static List<Field> of(Target target, @Nullable String of, Library library) {
        List<Field> whose = Stream.of("assignment", "person", "position", "organisation").map(TargetFields::optional)
                .toList();
        return switch (target) {
            case FACTS -> library.dataset(String.valueOf(of)).map(TargetFields::of).orElse(List.of());
            case ORGANISATIONS -> List.of(required("code"), optional("name"), optional("level"), optional("parent"),
                    date("from"), date("to"));
            case LEADERS -> List.of(required("organisation"), optional("person"), optional("position"),
                    optional("headOrganisation"), optional("head"), date("from"), date("to"));
            case SUPERIORS -> List.of(required("subordinate"), required("superior"), date("from"), date("to"));
            case PERSONS -> List.of(required("person"), required("name"));
            case ASSIGNMENTS -> with(whose, date("from"), date("to"));
            case DATED_VALUES -> with(whose, optional("subject"), required("value"), date("from"), date("to"));
            case ACTUALS, TARGETS, BASELINES, SCORES -> with(ofIndicator(of, whose), required("value"),
                    optional("period"), date("date"), optional("calendar"));
            case CORRECTIONS -> with(ofIndicator(of, whose), required("value"), optional("period"), date("date"),
                    optional("calendar"), optional("series"), optional("reason"));
            case ADJUSTMENTS -> with(whose, optional("payee"), required("amount"), required("reason"),
                    required("period"), required("scheme"));
            case BALANCES -> with(whose, optional("payee"), required("balance"), required("value"),
                    required("period"), optional("scheme"), optional("lineage"));
            case RATES -> rates(String.valueOf(of), library);
        };
    }

    /** With the indicator of each row, where they are not all of one. */
    private static List<Field> ofIndicator(@Nullable String of, List<Field> whose) {
        return of == null ? with(whose, required("indicator")) : whose;
    }

    private static List<Field> rates(String code, Library library) {
        List<Field> fields = new ArrayList<>();
        for (RateTable.Key key : library.rateTable(code).map(RateTable::keys).orElse(List.of())) {
            fields.add(new Field(key.name(), key.type() == ValueType.DATE, true));
        }
        return with(fields, optional("lower"), optional("upper"), required("value"), date("validFrom"),
                date("validTo"));
    }

    private static List<Field> with(List<Field> first, Field... others) {
        return Stream.concat(first.stream(), Stream.of(others)).toList();
    }
}
