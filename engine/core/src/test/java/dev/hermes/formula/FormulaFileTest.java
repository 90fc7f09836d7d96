package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaFileTest {

    private static final Names NAMES = NameList.parse("sales:money,region:text,since:date");

    @Test
    void linesOfTwoPercentSignsSeparateEntries() {
        assertThat(FormulaFile.parse("sales\n%%\nregion ==\n 'North'\n%%\n\n%%\n%%\nsince\n").entries())
                .containsExactly("sales", "region ==\n 'North'", "", "", "since");
        assertThat(FormulaFile.parse("sales").entries()).containsExactly("sales");
        assertThat(FormulaFile.parse("").entries()).containsExactly("");
        assertThat(FormulaFile.parse("sales\n%%\n").entries()).containsExactly("sales", "");
        assertThat(FormulaFile.parse("%%%\n %%").entries()).containsExactly("%%%\n %%");
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertThat(FormulaFile.parse("sales\r\n%%\r\nregion ==\r\n 'North'\r\n").entries()).containsExactly("sales",
                "region ==\n 'North'");
    }

    @Test
    void everyEntryGetsALine() {
        FormulaFile file = FormulaFile
                .parse("sales * 2\n%%\nregion\n%%\nsales > 1\n%%\nsince\n%%\nsales +\n  regoin\n%%\n");
        assertThat(file.check(NAMES)).extracting(FormulaFile.Outcome::line).containsExactly("accepted number",
                "accepted text", "accepted boolean", "accepted date",
                "refused 2:3 There is no 'regoin' here. Maybe region.",
                "refused 1:1 The formula is empty. Maybe 0 was meant.");
    }
}
