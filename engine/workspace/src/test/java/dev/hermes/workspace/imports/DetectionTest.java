package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.NumberStyle.Negative;
import dev.hermes.model.Type;
import dev.hermes.workspace.imports.Found.Sureness;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file looks like is found out, with evidence; and what nothing in it decides is asked. */
class DetectionTest {

    private static Detection detect(String text) throws IOException {
        return detect(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Detection detect(byte[] bytes) throws IOException {
        return Detection.of(new Clipboard(bytes));
    }

    private static FoundColumn column(Detection found, String name) {
        return found.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aFileFromAGermanSpreadsheetIsFoundOut() throws IOException {
        Detection found = detect("""
                Nr;Datum;Verkäufer;Betrag;Anteil;Aktiv
                0017;03.04.2026;Müller;1.234,50;12,5 %;true
                0018;25.04.2026;"Schmidt; Ann";-17,00;5 %;false
                """.getBytes(Charset.forName("windows-1252")));

        assertThat(found.separator().value()).isEqualTo(';');
        assertThat(found.separator().sureness()).isEqualTo(Sureness.CERTAIN);
        assertThat(found.quote())
                .isEqualTo(Found.certain('"', Message.verbatim("Cells stand in quotes: \"Schmidt in line 3.")));
        assertThat(found.header().value()).isTrue();
        assertThat(found.numbers().value()).isEqualTo(new NumberStyle(',', '.', Negative.LEADING, true));
        assertThat(found.numbers().evidence().text()).isEqualTo("\"1.234,50\" in line 2 is 1234.50.");
        assertThat(found.columns()).extracting(column -> column.type().value()).containsExactly(Type.TEXT, Type.DATE,
                Type.TEXT, Type.NUMBER, Type.NUMBER, Type.BOOLEAN);
        assertThat(column(found, "Nr").type().evidence().text())
                .isEqualTo("\"0017\" in line 2 begins with a zero that a number would lose.");
        assertThat(column(found, "Datum").dates())
                .isEqualTo(Found.certain("dd.MM.yyyy", Message.verbatim("\"25.04.2026\" in line 3 is 25 April 2026.")));
        assertThat(((Mapping.Format.Csv) found.format()).dates()).isEqualTo("dd.MM.yyyy");
        assertThat(found.isWhole()).isTrue();
        assertThat(found.rows()).isEqualTo(2);
    }

    @Test
    void aDayThatMayBeAMonthIsAsked() throws IOException {
        Detection found = detect("id,day\nA,03/04/2026\nB,05/06/2026\n");
        assertThat(column(found, "day").dates()).isEqualTo(Found.open("dd/MM/yyyy",
                Message.verbatim("\"03/04/2026\" in line 2 may be "
                        + "3 April 2026 (dd/MM/yyyy) or 4 March 2026 (MM/dd/yyyy); nothing in the file decides."),
                List.of("MM/dd/yyyy")));
        assertThat(found.questions()).hasSize(1).first().asString().startsWith("Column day: \"03/04/2026\"");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, yyyy-MM-dd", "2026/1/31, yyyy/M/d", "31.1.2026, d.M.yyyy", "01/31/2026, MM/dd/yyyy",
        "20260131, yyyyMMdd", "2026年1月31日, yyyy年M月d日", "31.01.99, dd.MM.yy", "2026-01-31 10:30, yyyy-MM-dd HH:mm",
        "2026-01-31T10:30:00, yyyy-MM-dd'T'HH:mm:ss", "9999-12-31, yyyy-MM-dd"})
    void datesOfManyFormsAreFound(String date, String pattern) throws IOException {
        Found<String> dates = Objects.requireNonNull(column(detect("id;day\nA;" + date + "\n"), "day").dates());
        assertThat(dates.value()).isEqualTo(pattern);
        assertThat(dates.isOpen()).isFalse();
    }

    @Test
    void aYearOfTwoDigitsMayBeADay() throws IOException {
        Found<String> dates = Objects.requireNonNull(column(detect("id;day\nA;31.01.26\n"), "day").dates());
        assertThat(dates.evidence().text()).isEqualTo("\"31.01.26\" in line 2 may be 31 January 2026 (dd.MM.yy) or "
                + "26 January 2031 (yy.MM.dd); nothing in the file decides.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.02.2026", "1.2.3.4", "2026-13-01", "10:30", "2026-01"})
    void whatIsNoDateIsNone(String text) throws IOException {
        assertThat(column(detect("id;day\nA;" + text + "\n"), "day").dates()).isNull();
    }

    @Test
    void aPointThatMayStandBetweenThousandsIsAsked() throws IOException {
        Detection found = detect("id;amount\nA;1.234\nB;12.500\n");
        assertThat(found.numbers().isOpen()).isTrue();
        assertThat(found.numbers().evidence().text())
                .isEqualTo("\"1.234\" in line 2 may be 1.234 (decimal: '.') or 1234 "
                        + "(decimal: ','); nothing in the file decides.");
        assertThat(found.numbers().others()).containsExactly(new NumberStyle(',', '.', Negative.LEADING, false));
        assertThat(detect("id;amount\nA;1.234\nB;0.500\n").numbers().isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1234.5|.|", "1,234.50|.|,", "1'234.50|.|'",
        "1’234.50|.|'", "1\u202F234,50|,|space", "1.234,50|,|.", "1234,5|,|"})
    void decimalAndGroupingAreFound(String amount, char decimal, String grouping) throws IOException {
        NumberStyle numbers = detect("id;amount\nA;" + amount + "\n").numbers().value();
        assertThat(numbers.decimal()).isEqualTo(decimal);
        assertThat(numbers.grouping()).isEqualTo(grouping == null ? null
                : grouping.equals("space") ? ' ' : Character.valueOf(grouping.charAt(0)));
    }

    @Test
    void accountantsNegativesAreFound() throws IOException {
        assertThat(detect("id;amount\nA;5.50\nB;(1.25)\n").numbers().value().negative())
                .isEqualTo(Negative.PARENTHESES);
        assertThat(detect("id;amount\nA;5.50\nB;1.25-\n").numbers().value().negative()).isEqualTo(Negative.TRAILING);
    }

    @Test
    void columnsThatContradictEachOtherAreTold() throws IOException {
        Detection found = detect("id;a;b;c\nA;1.234,50;1,5;1,234.50\nB;2,5;7;3\n");
        assertThat(found.numbers().value().decimal()).isEqualTo(',');
        assertThat(column(found, "c").type().value()).isEqualTo(Type.TEXT);
        assertThat(found.warnings()).extracting(Message::text)
                .containsExactly("Column c: \"1,234.50\" in line 2 is written otherwise than the numbers "
                        + "of other columns. Maybe it is no number, or must be brought into line at its source.");
    }

    @Test
    void headersAreToldFromRows() throws IOException {
        assertThat(detect("A;2026-01-31;5\nB;2026-02-28;6\n").header().value()).isFalse();
        assertThat(detect("A;2026-01-31;5\nB;2026-02-28;6\n").columns()).extracting(FoundColumn::name)
                .containsExactly("column1", "column2", "column3");
        assertThat(detect("id;amount\nB;6\n").header())
                .isEqualTo(Found.certain(true,
                        Message.verbatim("\"amount\" stands in the first row, and below it numbers.")));
        assertThat(detect("id;name\nB;Bob\n").header()).isEqualTo(Found.open(true,
                Message.verbatim("All is text; does the first row name the columns, \"id\", \"name\"?"),
                List.of(false)));
        assertThat(detect("id;2025\nB;6\n").header().isOpen()).as("a year may be a title").isTrue();
    }

    @Test
    void quotesMayBeApostrophesOrTextLikeAnyOther() throws IOException {
        assertThat(detect("id,name\n1,'Smith, Ann'\n2,'Bob'\n").quote().value()).isEqualTo('\'');
        assertThat(detect("id,name\n1,'t Hooft\n2,Bob\n").quote().value()).isEqualTo('"');
        assertThat(detect("id,name\n1,\"Big\" Ann\n2,Bob\n").quote().value()).isEqualTo(Csv.NO_QUOTE);
    }

    @Test
    void ifTwoCharactersSeparateEqualWellItIsAsked() throws IOException {
        Found<Character> separator = detect("a,b;c\nd,e;f\n").separator();
        assertThat(separator.isOpen()).isTrue();
        assertThat(separator.others()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecides(String encoding) throws IOException {
        Found<String> found = detect("\uFEFFid,name\n1,王芳\n".getBytes(Charset.forName(encoding))).encoding();
        assertThat(found).isEqualTo(
                Found.certain(encoding, Message.verbatim("It begins with the byte order mark of " + encoding + ".")));
    }

    @Test
    void utf16WithoutAMarkIsSeenByItsNuls() throws IOException {
        assertThat(detect("id,name\n1,王芳\n".getBytes(StandardCharsets.UTF_16LE)).encoding().value())
                .isEqualTo("UTF-16LE");
        assertThat(detect("id,name\n1,王芳\n".getBytes(StandardCharsets.UTF_16BE)).encoding().value())
                .isEqualTo("UTF-16BE");
    }

    @Test
    void utf8IsProvedAndAsciiNeedsNoProof() throws IOException {
        assertThat(detect("id,name\n1,王芳\n").encoding().evidence().text())
                .isEqualTo("All of it is UTF-8: line 2 reads \"1,王芳\".");
        assertThat(detect("id,name\n1,Ann\n").encoding().sureness()).isEqualTo(Sureness.CERTAIN);
    }

    @Test
    void enoughChineseTextIsGb18030() throws IOException {
        String text = IntStream.range(0, 30).mapToObj(i -> i + ",北京市朝阳区的销售人员和客户经理在这个月的订单\n")
                .collect(Collectors.joining("", "id,text\n", ""));
        Found<String> found = detect(text.getBytes(Charset.forName("GB18030"))).encoding();
        assertThat(found.value()).isEqualTo("GB18030");
        assertThat(found.sureness()).as(found.evidence().text()).isEqualTo(Sureness.LIKELY);
        assertThat(found.evidence().text()).startsWith("It is not UTF-8; line 2 reads \"0,北京市朝阳区");
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 订单号, 王芳", "Big5, 訂單號, 陳怡君", "EUC-KR, 주문번호, 김민수", "Shift_JIS, 注文番号, 山田さん",
        "EUC-JP, 注文番号, 山田さん"})
    void aColumnOfNamesTellsTheEncoding(String encoding, String title, String name) throws IOException {
        String text = IntStream.range(0, 200).mapToObj(i -> i + ";" + name + i % 50 + ";5\n")
                .collect(Collectors.joining("", title + ";x;y\n", ""));
        Found<String> found = detect(text.getBytes(Charset.forName(encoding))).encoding();
        assertThat(found.value()).as(found.evidence().text()).isEqualTo(encoding);
    }

    @Test
    void aFewBytesThatMayBeSeveralEncodingsAreAsked() throws IOException {
        Found<String> found = detect("id,name\n1,Müller\n".getBytes(Charset.forName("windows-1252"))).encoding();
        assertThat(found.isOpen()).isTrue();
        assertThat(found.evidence().text()).contains("line 2 reads").contains("\"1,Müller\" in windows-1252");
    }

    @Test
    void textsThatAreNotWhatTheyLookLikeAreTold() throws IOException {
        assertThat(detect("id,amount\nA1,1\n\u04101,2\n7\u200B,3\n").warnings()).extracting(Message::text)
                .containsExactly(
                        "Column id: \"7[U+200B]\" in line 4 holds a character that cannot be seen.",
                        "Column id: \"А1\" in line 3 looks like \"A1\" in line 2 and is another text.");
    }

    @Test
    void rowsThatAreTooShortAreTold() throws IOException {
        String rows = "A,1\n".repeat(20);
        assertThat(detect("id,amount\n" + rows + "B\n").warnings()).extracting(Message::text)
                .containsExactly("1 rows do not have 2 cells and would be rejected.");
    }

    @Test
    void numbersThatNameSomethingStayTexts() throws IOException {
        Detection found = detect("order_no,card,count\n17,6222021234567890123,1\n18,6222021234567890124,2\n");
        assertThat(column(found, "order_no").type().value()).isEqualTo(Type.TEXT);
        assertThat(column(found, "card").type().value()).isEqualTo(Type.TEXT);
        assertThat(column(found, "count").type().value()).isEqualTo(Type.NUMBER);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> detect("")).isInstanceOf(FindingsException.class)
                .hasMessageContaining("The clipboard is empty.");
    }
}
