package dev.hermes.document;

import dev.hermes.document.internal.Characters;
import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.JsonText;
import dev.hermes.document.internal.YamlText;
import dev.hermes.model.Calendar;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Indicator;
import dev.hermes.model.Layout;
import dev.hermes.model.Mapping;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import java.util.List;

/**
 * Writes documents. Both forms say the same in the same order, and {@link DocumentReader} reads either back to an equal
 * document. What a reader takes when nothing is said is left out, so that a document keeps its text, and its hash, when
 * a later version adds a field; hence a default of a published version never changes. The one exception is the
 * minor unit of a scheme, which is always written because its default is not ours. Stateless and thread-safe.
 */
public final class DocumentWriter {

    private DocumentWriter() {}

    /** Whether a value of a document may be this text: it holds no character that readers refuse. */
    public static boolean canWrite(String text) {
        return text.codePoints().noneMatch(Characters::isForbidden);
    }

    /**
     * YAML for people, ending with a line end.
     *
     * @throws IllegalArgumentException
     *             where the document says something that its text has no words for
     */
    public static String toYaml(Document document) {
        return YamlText.of(content(document));
    }

    /**
     * The same with the comments of the file that the document was read from before it was changed. A comment stands
     * with what it stood with; those of a row that is gone are gone too.
     *
     * @param before
     *            the text of the file, which may hold others too
     * @throws IllegalArgumentException
     *             where the document says something that its text has no words for
     */
    public static String toYaml(Document document, String before) {
        String commented = YamlText.of(content(document), before, List.of("kind", "code"));
        return reads(commented, document) ? commented : toYaml(document);
    }

    /** A comment must never change what is said. */
    private static boolean reads(String text, Document document) {
        try {
            List<LoadedDocument> read = DocumentReader.read("", text);
            return read.size() == 1
                    && toCanonicalJson(read.getFirst().document()).equals(toCanonicalJson(document));
        } catch (FindingsException e) {
            return false;
        }
    }

    /**
     * The one JSON text of a document, which is hashed and stored: no white space, fields in a fixed order, decimals as
     * texts in canonical form.
     *
     * @throws IllegalArgumentException
     *             where the document says something that its text has no words for
     */
    public static String toCanonicalJson(Document document) {
        return JsonText.of(content(document));
    }

    private static Content.Entries content(Document document) {
        Output output = new Output().integer("hermes", DocumentReader.VERSION).text("kind", document.kind().word())
                .text("code", document.code()).text("name", document.name(), document.code());
        switch (document) {
            case Calendar calendar -> CalendarForm.write(calendar, output);
            case Dataset dataset -> DatasetForm.write(dataset, output);
            case DatedValue value -> DatedValueForm.write(value, output);
            case Indicator indicator -> IndicatorForm.write(indicator, output);
            case Layout layout -> LayoutForm.write(layout, output);
            case Mapping mapping -> MappingForm.write(mapping, output);
            case Parameter parameter -> ParameterForm.write(parameter, output);
            case Population population -> PopulationForm.write(population, output);
            case RateTable table -> RateTableForm.write(table, output);
            case RuleTable table -> RuleTableForm.write(table, output);
            case Scheme scheme -> SchemeForm.write(scheme, output);
        }
        return output.fields();
    }
}
