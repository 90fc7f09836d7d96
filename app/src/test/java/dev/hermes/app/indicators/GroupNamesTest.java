package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupNamesTest {

    @Test
    void aGroupIsCalledByWhatItsCardsHaveInCommon() {
        assertThat(GroupNames.common(List.of("Hotel nights", "Refunded nights"))).isEqualTo("Nights");
        assertThat(GroupNames.common(List.of("Night commission", "Night commission of the team")))
                .isEqualTo("Night commission");
        assertThat(GroupNames.common(List.of("酒店间夜", "退订间夜"))).isEqualTo("间夜");
    }

    @Test
    void partsOfWordsAndSingleLettersAreNothingInCommon() {
        assertThat(GroupNames.common(List.of("Revenue", "Average"))).isEmpty();
        assertThat(GroupNames.common(List.of("Plan A", "Score A"))).isEmpty();
        assertThat(GroupNames.common(List.of("Sales 12", "Costs 12"))).isEmpty();
        assertThat(GroupNames.common(List.of("Revenue"))).isEmpty();
    }
}
