package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandsTest {

    private static Dataset.Column taking(String... texts) {
        return new Dataset.Column("channel", Type.TEXT, 0, 0, List.of(new ColumnRule.OneOf(List.of(texts))));
    }

    @Test
    void textsThatHoldWhatStandsBetweenTextsStayWhatTheyAre() {
        Dataset.Column column = taking("App", "Bosch, Inc.", "电话；门店", "\"quoted\"", "say \"so\"");
        Demands shown = Demands.of(column);

        assertThat(shown.texts()).isEqualTo("App, \"Bosch, Inc.\", \"电话；门店\", \"\"\"quoted\"\"\", say \"so\"");
        assertThat(shown.with(column, "orders")).isEqualTo(column);
        assertThat(shown.withRequired(true).with(column, "orders").rules()).contains(column.rules().getFirst());
    }

    @Test
    void textsAreWrittenWithAnySeparator() {
        Dataset.Column column = taking("x");
        assertThat(Demands.of(column).withTexts(" A，B ;\"C, D\" ,, E").with(column, "orders"))
                .isEqualTo(taking("A", "B", "C, D", "E"));
        assertThat(Demands.of(column).withTexts(" ").with(column, "orders").rules()).isEmpty();
    }
}
