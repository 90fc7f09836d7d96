package dev.hermes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> WORDS = List.of("population", "parameters", "payLine", "from", "to", "floor");

    @ParameterizedTest
    @CsvSource({"poplation, population", "populatoin, population", "Population, population", "paramaters, parameters",
        "payline, payLine", "form, from", "flor, floor"})
    void aSlipOfTheHandIsUnderstood(String written, String meant) {
        assertThat(Nearest.nearest(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "''", "popular",
        "parametersparametersparametersparametersparametersparametersparameters"})
    void aWordThatIsNothingLikeTheOthersIsNot(String written) {
        assertThat(Nearest.nearest(written, WORDS)).isEmpty();
    }

    @Test
    void ofEquallyNearWordsTheOneThatStartsAlikeIsMeant() {
        assertThat(Nearest.nearest("USX", List.of("UGX", "USD", "USN"))).contains("USD");
    }
}
