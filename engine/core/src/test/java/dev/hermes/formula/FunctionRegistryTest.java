package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.formula.FunctionDescription.Meaning;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionRegistryTest {

    static List<FunctionDescription> all() {
        return FunctionRegistry.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theExampleIsAFormulaThatUsesTheFunction(FunctionDescription function) {
        assertThat(function.example()).contains(function.name() + "(");
        assertThat(Formulas.check(function.example(), FixtureNames.NAMES)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSummaryIsASentence(FunctionDescription function) {
        assertThat(function.summary().text()).endsWith(".").hasSizeBetween(15, 160);
    }

    @Test
    void everyFunctionThatEvaluatorsImplementCanBeCalled() {
        Set<Function> called = new HashSet<>(Set.of(Function.STEPS, Function.PARTIAL_STEPS));
        FunctionRegistry.all().forEach(form -> {
            if (form.meaning() instanceof Meaning.Plain plain) {
                assertThat(called.add(plain.function())).as(form.name()).isTrue();
            }
        });
        assertThat(called).containsExactlyInAnyOrder(Function.values());
    }

    @Test
    void signaturesShowWhatMayBeLeftOutOrRepeated() {
        assertThat(FunctionRegistry.find("clamp")).extracting(FunctionDescription::signature)
                .containsExactly("clamp(x, low, high)");
        assertThat(FunctionRegistry.find("round")).extracting(FunctionDescription::signature)
                .containsExactly("round(x[, digits])");
        assertThat(FunctionRegistry.find("min")).extracting(FunctionDescription::signature)
                .containsExactly("min(a, b, ...)");
        assertThat(FunctionRegistry.find("days")).extracting(FunctionDescription::signature)
                .containsExactly("days(period)", "days(assignment)", "days(x)", "days(from, to)");
        assertThat(FunctionRegistry.find("exec")).isEmpty();
    }

    @Test
    void theFormsOfAFunctionAreNeighbours() {
        List<String> names = FunctionRegistry.all().stream().map(FunctionDescription::name).toList();
        assertThat(FunctionRegistry.names()).containsExactlyElementsOf(new LinkedHashSet<>(names));
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.equals(names.get(i - 1))) {
                assertThat(names.subList(0, i)).doesNotContain(name);
            }
        }
    }
}
