package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.data.LookupRows.Remark;
import dev.hermes.app.data.LookupRows.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which texts become which others, while somebody writes it down. */
class LookupRowsTest {

    private static LookupRows rows(Row... rows) {
        return new LookupRows(List.of(rows));
    }

    private static List<Remark> remarks(LookupRows rows) {
        return IntStream.range(0, rows.rows().size()).mapToObj(rows::remark).toList();
    }

    @Test
    void aLookupIsShownByItsTexts() {
        LookupRows rows = LookupRows.of(Map.of("TEL", "Phone", "APP", "App"));
        assertThat(rows.rows()).containsExactly(new Row("APP", "App"), new Row("TEL", "Phone"));
        assertThat(remarks(rows)).containsOnly(Remark.FINE);
    }

    @Test
    void whatDoesNotCountIsSaidAndNotWritten() {
        LookupRows rows = rows(new Row("APP", "App"), Row.BLANK, new Row(" APP ", "Web"), new Row("", "Counter"),
                new Row("n/a", ""));

        assertThat(remarks(rows)).containsExactly(Remark.FINE, Remark.BLANK, Remark.TWICE, Remark.FROM_EMPTY,
                Remark.TO_EMPTY);
        assertThat(rows.lookup()).isEqualTo(Map.of("APP", "App", "", "Counter", "n/a", ""));
    }

    @Test
    void whenTheFirstOfTwoGoesTheOtherCounts() {
        LookupRows rows = rows(new Row("APP", "App"), new Row("APP", "Web")).without(0);
        assertThat(remarks(rows)).containsExactly(Remark.FINE);
        assertThat(rows.lookup()).isEqualTo(Map.of("APP", "Web"));
    }

    @Test
    void oneRowIsFilledInAtATime() {
        LookupRows rows = LookupRows.NONE.withBlank().withBlank();
        assertThat(rows.rows()).containsExactly(Row.BLANK);
        assertThat(rows.with(0, new Row("APP", "App")).withBlank().rows()).hasSize(2);
    }

    @Test
    void textsOfTheFileThatHaveNoRowAreAddedAsTheyAre() {
        LookupRows rows = rows(new Row("APP", "App"));
        assertThat(rows.missing(List.of("TEL", "APP", "FAX", "TEL"))).containsExactly("TEL", "FAX");

        LookupRows all = rows.with(rows.missing(List.of("TEL", "APP", "FAX")));
        assertThat(all.lookup()).isEqualTo(Map.of("APP", "App", "TEL", "TEL", "FAX", "FAX"));
        assertThat(all.missing(List.of("TEL", "APP", "FAX"))).isEmpty();
    }

    @Test
    void whatTheDocumentSaysIsFollowedAndUnfinishedRowsStay() {
        LookupRows rows = rows(new Row("TEL", "Phone"), Row.BLANK, new Row("APP", "App"), new Row("APP", "Web"));
        assertThat(rows.following(Map.of("APP", "App", "TEL", "Phone"))).isEqualTo(rows);

        assertThat(rows.following(Map.of("FAX", "Fax", "APP", "Mobile")).rows())
                .containsExactly(Row.BLANK, new Row("APP", "Mobile"), new Row("FAX", "Fax"));
    }

    @Test
    void rowsAreFoundByEitherText() {
        LookupRows rows = rows(new Row("APP", "App"), new Row("TEL", "Phone"), new Row("PH", "Phone"));
        assertThat(rows.find("phone ")).containsExactly(1, 2);
        assertThat(rows.find("")).hasSize(3);
        assertThat(rows.find("fax")).isEmpty();
    }
}
