package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code formulas.csv}: a formula, and what comes of it. */
class FormulaFixtureTest {

    private static final Pattern PROBLEM = Pattern.compile("(\\d+): (.*)");

    static List<Arguments> lines() throws IOException {
        try (InputStream fixture = FormulaFixtureTest.class.getResourceAsStream("formulas.csv")) {
            String content = new String(fixture.readAllBytes(), StandardCharsets.UTF_8);
            Stream<String> lines = content.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
            return lines.map(line -> {
                int separator = line.lastIndexOf(" ; ");
                return Arguments.of(line.substring(0, separator), line.substring(separator + 3));
            }).toList();
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("lines")
    void isAcceptedOrRefused(String formula, String expected) {
        Matcher problem = PROBLEM.matcher(expected);
        if (!problem.matches()) {
            assertThat(Formulas.check(formula, FixtureNames.NAMES).type().word()).isEqualTo(expected);
            return;
        }
        FormulaException refused = catchThrowableOfType(FormulaException.class,
                () -> Formulas.check(formula, FixtureNames.NAMES));
        assertThat(refused).as("the formula is refused").isNotNull();
        assertThat(refused.problem().message().text()).contains(problem.group(2)).doesNotContain("\n");
        assertThat(refused.problem().line()).isEqualTo(1);
        assertThat(refused.problem().column()).isEqualTo(Integer.parseInt(problem.group(1)));
    }
}
