package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbGrantTest {

    @ParameterizedTest
    @ValueSource(strings = {"GRANT USAGE ON *.* TO `reader`@`%` IDENTIFIED BY PASSWORD '*8E3A'",
        "GRANT SELECT ON `sales`.* TO `reader`@`%`", "GRANT SELECT, SHOW VIEW ON `sales`.`orders` TO `reader`@`%`",
        "GRANT SELECT (`id`, `amount`) ON `sales`.`orders` TO `reader`@`%`"})
    void whatOnlyReadsIsPermitted(String line) {
        assertThat(MariaDbGrant.moreThanSelect(line)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', value = {
        "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION; it has the right ALL PRIVILEGES on *.*",
        "GRANT SELECT, INSERT ON `sales`.* TO `a`@`%`; it has the right INSERT on `sales`.*",
        "GRANT SELECT (`id`), UPDATE (`id`, `a`) ON `s`.`o` TO `a`@`%`; it has the right UPDATE on `s`.`o`",
        "GRANT EXECUTE ON PROCEDURE `s`.`p` TO `a`@`%`; it has a role, whose rights are not looked at",
        "GRANT SELECT ON `s`.* TO `a`@`%` WITH GRANT OPTION; it may grant its rights on `s`.*",
        "GRANT `boss`@`%` TO `a`@`%`; it has a role, whose rights are not looked at",
        "GRANT PROXY ON ''@'' TO 'a'@'%'; it has the right PROXY on ''@''",
        "SET DEFAULT ROLE `boss` FOR `a`@`%`; it has a role, whose rights are not looked at"})
    void whatDoesMoreIsNamed(String line, String right) {
        assertThat(MariaDbGrant.moreThanSelect(line)).hasToString(right);
    }

    @Test
    void theHashOfAPasswordIsNeverRepeated() {
        assertThat(MariaDbGrant.moreThanSelect("GRANT FILE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD '*8E3A'"))
                .hasToString("it has the right FILE on *.*");
    }
}
