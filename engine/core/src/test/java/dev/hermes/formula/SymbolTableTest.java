package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hermes.model.Message;
import dev.hermes.model.Type;
import org.junit.jupiter.api.Test;

class SymbolTableTest {

    private static final Symbol REGION = new Symbol.OfValue(new Symbol.Source.Dated("region"), Type.TEXT, true,
            Message.EMPTY);

    @Test
    void namesAreFoundInTheOrderInWhichTheyWereAdded() {
        SymbolTable table = SymbolTable.builder().add("region", REGION).add("area", REGION).build();
        assertThat(table.all()).containsExactly("region", "area");
        assertThat(table.find("region")).hasValue(REGION);
        assertThat(table.find("Region")).isEmpty();
        assertThat(SymbolTable.EMPTY.all()).isEmpty();
    }

    @Test
    void aNameIsAddedOnce() {
        SymbolTable.Builder builder = SymbolTable.builder().add("region", REGION);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add("region", REGION))
                .withMessage("The name 'region' is there twice. Maybe rename one of the two.");
    }

    @Test
    void aTableDoesNotChange() {
        SymbolTable.Builder builder = SymbolTable.builder().add("region", REGION);
        SymbolTable table = builder.build();
        builder.add("area", REGION);
        assertThat(table.all()).containsExactly("region");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> table.all().remove("region"));
    }
}
