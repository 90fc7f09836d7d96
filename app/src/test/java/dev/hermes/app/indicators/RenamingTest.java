package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Indicator;
import dev.hermes.plan.LibraryCompiler;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenamingTest {

    private static final Library DEMO = Libraries.DEMO;

    static List<String> codes() {
        return DEMO.indicators().stream().map(Indicator::code).toList();
    }

    private static Library renamed(String from, String to) {
        List<LoadedDocument> changed = Renaming.of(DEMO, from, to).stream().map(LoadedDocument::of).toList();
        return DEMO.without(DocumentKind.INDICATOR, from).with(changed);
    }

    /** All that a library says, in one text. */
    private static String said(Library library) {
        return library.documents().stream().map(LoadedDocument::document).map(DocumentWriter::toCanonicalJson).sorted()
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void allDocumentsFollowAndNothingElseChanges(String code) {
        Library renamed = renamed(code, "zzAnother");

        assertThat(LibraryCompiler.compile(renamed).findings()).isEmpty();
        assertThat(renamed.indicator(code)).isEmpty();
        assertThat(References.of(renamed).edges().keySet()).extracting(reference -> reference.from() + " "
                + reference.to()).containsExactlyInAnyOrderElementsOf(
                        References.of(DEMO).edges().keySet().stream().map(of -> name(of.from(), code) + " "
                                + name(of.to(), code)).toList());
    }

    private static String name(String card, String code) {
        return card.equals(code) ? "zzAnother" : card;
    }

    @Test
    void backAgainAllIsAsItWas() {
        Library there = renamed("revenue", "turnover");
        Library back = there.without(DocumentKind.INDICATOR, "turnover")
                .with(Renaming.of(there, "turnover", "revenue").stream().map(LoadedDocument::of).toList());

        assertThat(said(back)).isEqualTo(said(DEMO));
        assertThat(Renaming.of(DEMO, "revenue", "turnover")).extracting(Document::kind)
                .contains(DocumentKind.INDICATOR, DocumentKind.PARAMETER, DocumentKind.RULE_TABLE);
    }

    @Test
    void aCodeThatIsTakenOrNoneIsRefused() {
        assertThat(Renaming.refusal(DEMO, "nights")).contains(new Renaming.Refusal.Taken("Nights"));
        assertThat(Renaming.refusal(DEMO, "commission")).contains(new Renaming.Refusal.Taken("Commission"));
        assertThat(Renaming.refusal(DEMO, "9")).get().isInstanceOf(Renaming.Refusal.Unfit.class);
        assertThat(Renaming.refusal(DEMO, "round")).get().isInstanceOf(Renaming.Refusal.Unfit.class);
        assertThat(Renaming.refusal(DEMO, "turnover")).isEmpty();
        // A column or a dataset of the same name is something else.
        assertThat(Renaming.refusal(DEMO, "orders")).isEmpty();
    }
}
