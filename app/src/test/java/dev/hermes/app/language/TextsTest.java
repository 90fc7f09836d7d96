package dev.hermes.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of the screens are complete in every language, and nobody's words are left over. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[A-Za-z.]*)\"");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameTexts(Language language) {
        assertThat(Texts.all(language).keySet()).isEqualTo(Texts.all(Language.ENGLISH).keySet());
        assertThat(Texts.all(language).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource
    void everyTextTakesTheArgumentsOfItsEnglishOne(Language language) {
        Texts.all(Language.ENGLISH).forEach((key, english) -> assertThat(Texts.all(language).getOrDefault(key, ""))
                .as(key).matches(text -> arguments(text) == arguments(english)));
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = literals();
        List<String> beginnings = literals.stream().filter(literal -> literal.endsWith(".")).toList();
        assertThat(Texts.all(Language.ENGLISH).keySet()).filteredOn(
                key -> !literals.contains(key) && beginnings.stream().noneMatch(key::startsWith)).isEmpty();
    }

    @Test
    void everyTextThatIsUsedIsThere() throws IOException {
        Set<String> known = Texts.all(Language.ENGLISH).keySet();
        Set<String> rooms = new TreeSet<>();
        known.forEach(key -> rooms.add(key.substring(0, key.indexOf('.') + 1)));
        assertThat(literals()).filteredOn(literal -> rooms.stream().anyMatch(literal::startsWith))
                .filteredOn(literal -> known.stream().noneMatch(key -> key.equals(literal) || literal.endsWith(".")
                        && key.startsWith(literal)))
                .isEmpty();
    }

    /** All words of the sources that look like keys; one that ends in a dot is the beginning of keys. */
    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = LITERAL.matcher(Files.readString(file));
                while (found.find()) {
                    if (!found.group(1).endsWith(".yaml") && !found.group(1).endsWith(".json")) {
                        literals.add(found.group(1));
                    }
                }
            }
        }
        return literals;
    }
}
