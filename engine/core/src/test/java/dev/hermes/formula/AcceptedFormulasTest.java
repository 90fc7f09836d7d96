package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formulas that every version has to accept: an entry is a type, a line end and a formula. */
class AcceptedFormulasTest {

    private static final Names NAMES = NameList
            .parse("sales:money,target:money,nights:count,visits:count,region:text,vip:boolean,since:date");

    @Test
    void everyEntryHasItsType() throws IOException {
        for (String entry : entries()) {
            int lineEnd = entry.indexOf('\n');
            assertThat(Formulas.check(entry.substring(lineEnd + 1), NAMES).type().value().word()).as(entry)
                    .isEqualTo(entry.substring(0, lineEnd));
        }
    }

    /** Without what stands before the first separator, which describes the file. */
    private static List<String> entries() throws IOException {
        List<String> all = FormulaFile.parse(SharedData.read("accepted-formulas.txt")).entries();
        return all.subList(1, all.size());
    }
}
