package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever edits a mapping is offered every field that an import asks for. */
class TargetFieldsTest {

    /** How an import names a field that it needs, and those that it takes. */
    private static final Pattern NEEDED = Pattern.compile("need the field (\\w+)");
    private static final Pattern TAKEN = Pattern.compile("have no field zzzzzz\\. Maybe one of ([^.]+)\\.");

    @TempDir
    Path folder;

    private List<String> said(String into, String of, String having) throws IOException {
        try (ImportFixture fixture = new ImportFixture(folder).documentsOf("pay.yaml")) {
            fixture.file("rows.csv", "a\n1\n");
            String mapping = "hermes: 1\nkind: mapping\ncode: rows\nfile: rows.csv\ninto: " + into + "\n"
                    + (of.isEmpty() ? "" : "of: " + of + "\n") + "fields:\n  zzzzzz: a\n"
                    + having.lines().flatMap(line -> List.of(line.split(" ")).stream()).filter(name -> !name.isEmpty())
                            .map(name -> "  " + name + ": a\n").collect(Collectors.joining());
            return catchThrowableOfType(FindingsException.class,
                    () -> Importer.preview(fixture.workspace(), DocumentReader.read("rows.yaml", mapping).getFirst(),
                            folder, ImportTerms.WHOLE, 1))
                    .findings().stream().map(Finding::text).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"organisations,'',''", "leaders,'',''", "leaders,'',person position headOrganisation",
        "superiors,'',''", "persons,'',''", "assignments,'',''", "assignments,'',assignment",
        "datedValues,salary,''", "datedValues,salary,subject", "datedValues,fullTime,''", "actuals,'',''",
        "actuals,sales,date", "targets,'',person", "baselines,'',assignment", "scores,'',''",
        "corrections,'',''", "corrections,'',person date", "adjustments,'',''", "adjustments,'',payee",
        "adjustments,'',person", "balances,'',''", "balances,'',scheme payee"})
    void everyFieldThatAnImportAsksForIsListed(String into, String of, String having) throws IOException {
        List<String> said = said(into, of, having);
        Library library;
        try (ImportFixture fixture = new ImportFixture(folder.resolve("again")).documentsOf("pay.yaml")) {
            library = fixture.workspace().documents().library();
        }
        Set<String> asked = new TreeSet<>();
        for (String text : said) {
            Matcher taken = TAKEN.matcher(text);
            if (taken.find()) {
                asked.addAll(List.of(taken.group(1).split(", ")));
            }
        }

        assertThat(asked).as(String.join("\n", said)).isNotEmpty();
        assertThat(TargetFields.of(target(into), of.isEmpty() ? null : of, library))
                .extracting(TargetFields.Field::name)
                .containsAll(asked).doesNotHaveDuplicates();
    }

    @Test
    void whatAnImportNeedsIsRequired() throws IOException {
        List<String> needed = said("adjustments", "", "payee").stream().map(NEEDED::matcher).filter(Matcher::find)
                .map(found -> found.group(1)).toList();

        assertThat(TargetFields.of(Target.ADJUSTMENTS, null, Library.EMPTY)).filteredOn(TargetFields.Field::isRequired)
                .extracting(TargetFields.Field::name).containsExactlyInAnyOrderElementsOf(needed).contains("scheme");
    }

    private static Target target(String word) {
        return List.of(Target.values()).stream().filter(target -> target.word().equals(word)).findFirst()
                .orElseThrow();
    }
}
