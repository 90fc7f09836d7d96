package dev.hermes.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void textStartsAndNumbersEndBelowEachOther() {
        TextTable table = new TextTable().text(20).number().header("name", "payout").row("Ann", "1,000.00")
                .row("Benedict", "5.00");

        assertThat(table.header()).isEqualTo("  name        payout");
        assertThat(table.lines()).containsExactly("  Ann       1,000.00", "  Benedict      5.00");
    }

    @Test
    void chineseTakesTwoColumnsACharacter() {
        TextTable table = new TextTable().text(20).number().row("王小明", "1").row("Wang", "1");

        assertThat(table.lines()).containsExactly("  王小明  1", "  Wang    1");
    }

    @Test
    void anAccentOnItsOwnTakesNoColumn() {
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("é")).isEqualTo(1);
        assertThat(TextWidth.of("👍")).isEqualTo(2);
    }

    @Test
    void longTextIsCut() {
        TextTable table = new TextTable().text(6).number().row("abcdefgh", "1").row("王小明大", "2").row("abcdef", "3");

        assertThat(table.lines()).containsExactly("  abcde…  1", "  王小…   2", "  abcdef  3");
    }

    @Test
    void aColumnInWhichNothingStandsTakesNoRoom() {
        assertThat(new TextTable().text(9).text(9).text(9).row("a", "", "b").lines()).containsExactly("  a  b");
    }

    @Test
    void namesCannotMoveTheCursor() {
        assertThat(new TextTable().text(30).row("\u001b[2JAnn\nLee\u202E").lines()).containsExactly("  �[2JAnn Lee�");
    }

    @Test
    void aRowHasACellForEachColumn() {
        TextTable table = new TextTable().text(9);

        assertThatThrownBy(() -> table.row("a", "b")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The row has 2 cells and the table 1 columns.");
    }
}
