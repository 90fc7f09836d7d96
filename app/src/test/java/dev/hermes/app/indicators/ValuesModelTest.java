package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValuesModelTest extends IndicatorsFixture {

    private ValuesModel values;

    @BeforeEach
    void look() throws IOException {
        enter();
        values = seen(() -> new ValuesModel(model));
        after(() -> model.selected().set("sold"));
    }

    private List<String> names() {
        return seen(() -> values.rows().get().stream().map(Figures.Row::name).toList());
    }

    @Test
    void theGreatestComesFirstAndWhoHasNoneLast() {
        assertThat(names()).containsExactly("Ann", "Bo", "Cy", "Di");
        assertThat(seen(() -> values.rows().get())).extracting(Figures.Row::rank).containsExactly(1.0, 2 / 3.0,
                2 / 3.0, 0.0);
        assertThat(seen(() -> values.rows().get())).extracting(row -> String.valueOf(row.attainment()))
                .containsExactly("1.2", "0.8", "0.8", "null");
    }

    @Test
    void peopleAreSortedAndWhoHasNoValueStaysLast() {
        after(() -> values.order().set(new ValuesModel.Order(ValuesModel.Key.ATTAINMENT, false)));
        assertThat(names()).containsExactly("Bo", "Cy", "Ann", "Di");
        after(() -> values.order().set(new ValuesModel.Order(ValuesModel.Key.NAME, true)));
        assertThat(names()).containsExactly("Di", "Cy", "Bo", "Ann");
    }

    @Test
    void peopleAreFoundByNameAndKey() {
        after(() -> values.search().set("an"));
        assertThat(names()).containsExactly("Ann");
        after(() -> values.search().set("3_REP"));
        assertThat(names()).containsExactly("Cy");
        after(() -> values.search().set(""));
        assertThat(names()).hasSize(4);
    }

    @Test
    void rowsAreCopiedUnderTheirHeadings() {
        assertThat(seen(() -> values.text(values.rows().get().subList(0, 2)))).isEqualTo("""
                Assignment\tName\tOrganisation\tValue\tTarget\tAttainment
                1_rep_N\tAnn\tN\t120\t100\t1.2
                2_rep_N\tBo\tN\t80\t100\t0.8
                """);
        after(() -> model.selected().set("twice"));
        assertThat(seen(() -> values.text(values.rows().get().subList(0, 1)))).isEqualTo("""
                Assignment\tName\tOrganisation\tValue
                1_rep_N\tAnn\tN\t240
                """);
    }
}
