package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code fixes.csv}: a formula, what is wanted of it, and what its fixes make of it. */
class AdviceTest {

    static List<Arguments> lines() throws IOException {
        try (InputStream fixture = AdviceTest.class.getResourceAsStream("fixes.csv")) {
            String content = new String(fixture.readAllBytes(), StandardCharsets.UTF_8);
            return content.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
                String[] parts = line.split(" ;", -1);
                return Arguments.of(parts[0], parts[1].strip(), parts[2].strip());
            }).toList();
        }
    }

    @ParameterizedTest(name = "{0} becomes {2}")
    @MethodSource("lines")
    void fixesMend(String formula, String wanted, String fixed) {
        List<String> expected = Arrays.stream(fixed.split(" \\| ")).filter(one -> !one.isEmpty()).toList();
        List<String> offered = Formulas.advice(formula, FixtureNames.NAMES, Type.parse(wanted)).map(Advice::fixes)
                .orElse(List.of()).stream().map(fix -> fix.in(formula)).toList();
        assertThat(offered).isEqualTo(expected);
    }

    @Test
    void whatIsRefusedSaysWhereAndWhyWithOrWithoutAFix() {
        Advice advice = Formulas.advice("utterlyUnknown", FixtureNames.NAMES, Type.NUMBER).orElseThrow();
        assertThat(advice.isRefused()).isTrue();
        assertThat(advice.message().text()).contains("There is no 'utterlyUnknown' here");
        assertThat(advice.fixes()).isEmpty();
    }

    @Test
    void whatIsOnlyDoubtfulIsNotRefused() {
        Advice advice = Formulas.advice("nights / orElse(visits, 0)", FixtureNames.NAMES, Type.NUMBER).orElseThrow();
        assertThat(advice.isRefused()).isFalse();
        assertThat(advice.message().text()).contains("Whoever has no visits is divided by zero");
        assertThat(Formulas.advice("nights / visits", FixtureNames.NAMES, Type.NUMBER)).isEmpty();
    }
}
