package dev.hermes.workspace.imports;

import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** How a table that was copied is read. */
final class CopiedTable {

    private static final char TAB = '\t';

    private CopiedTable() {}

    /**
     * Spreadsheets copy text with tabs and double quotes, whatever the file looks like; numbers and dates are shown as
     * the mapping says. Without tabs in its first line it was copied from a text, and is as the file is.
     */
    static Csv format(Contents.Copied copied, Mapping.Format format) throws IOException, SourceProblem {
        Csv csv = format instanceof Csv own ? own : new Csv(',');
        boolean hasTabs = firstLine(copied).indexOf(TAB) >= 0;
        return new Csv(hasTabs ? TAB : csv.separator(), hasTabs ? Csv.QUOTE : csv.quote(), null, csv.header(),
                csv.numbers(), csv.dates());
    }

    private static String firstLine(Contents.Copied copied) throws IOException, SourceProblem {
        try (BufferedReader reader = new BufferedReader(Encoded.of(copied, null).reader())) {
            @Nullable String line = reader.readLine();
            return line == null ? "" : line;
        } catch (CharacterCodingException e) {
            throw new SourceProblem(1, Message.of("The clipboard is no text in UTF-8. Maybe copy the table anew."));
        }
    }
}
