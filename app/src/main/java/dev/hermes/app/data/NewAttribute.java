package dev.hermes.app.data;

import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is to be, as somebody writes it.
 *
 * @param whose
 *            whose it is to be; null where it is to be a column of facts
 * @param dataset
 *            the code of the dataset whose column it is to be; empty for none
 * @param name
 *            what a dated value is called; blank: its code. Columns have no other name than their code.
 * @param demands
 *            its type, and what is asked of rows where it is a column
 * @param scale
 *            the fractional digits of a number
 */
record NewAttribute(DatedValue.@Nullable Subject whose, String dataset, String code, String name, Demands demands,
        int scale) {

    private static final int DIGITS = 18;

    Attribute.Id id() {
        return new Attribute.Id(dataset, code);
    }

    /**
     * The document that declares it.
     *
     * @param filled
     *            the codes of datasets with rows, which would lack the column
     * @throws FindingsException
     *             where its type or its rules cannot be read, there is one of that code, or rows would lack it
     */
    Document in(Library library, Set<String> filled) {
        DatedValue.Subject subject = whose;
        if (subject != null) {
            if (library.datedValue(code).isPresent()) {
                throw refused(Message.of("There is an attribute with the code {0} already. Maybe choose another "
                        + "code.", code));
            }
            Type type = demands.with(new Dataset.Column(code, Type.TEXT, 0, 0), code).type();
            return new DatedValue(code, name.isBlank() ? code : name.strip(), type, subject);
        }
        Dataset of = library.dataset(dataset)
                .orElseThrow(() -> refused(Message.of("There is no dataset {0} any more.", dataset)));
        if (of.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(code))) {
            throw refused(Message.of("{0} has an attribute {1} already. Maybe choose another code.", of.name(), code));
        }
        if (filled.contains(dataset)) {
            throw refused(Message.of("Of {0} rows are stored that would lack {1}. Only datasets without rows can "
                    + "have another "
                    + "column.", of.name(), code));
        }
        Dataset.Column column = demands.with(new Dataset.Column(code, Type.TEXT, 0, 0), dataset);
        List<Dataset.Column> columns = new ArrayList<>(of.columns());
        columns.add(column.type().isNumber()
                ? new Dataset.Column(code, column.type(), DIGITS, scale, column.rules())
                : column);
        return new Dataset(of.code(), of.name(), columns, of.key(), of.date(), of.recorded(), of.credits(), of.joins(),
                of.measures(), of.validations());
    }

    private FindingsException refused(Message message) {
        return new FindingsException(List.of(Finding.error("attribute " + code, "code", null, message)));
    }
}
