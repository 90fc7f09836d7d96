package dev.hermes.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.settings.Settings;
import dev.hermes.model.Aggregation;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Mapping;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of the screens are complete in every language, and nobody's words are left over. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[A-Za-z.-]*)\"");
    private static final Pattern ARGUMENT = Pattern
            .compile("\\{(?<place>\\d)[,}]|%(?:(?<number>\\d)\\$)?,?(?<sign>[sd])");
    private static final Collector<String, ?, Set<String>> TO_SET = Collectors.toCollection(TreeSet::new);
    private static final Map<String, Set<String>> FAMILIES = families();

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasTheSameTexts(Language language) {
        assertThat(Texts.all(language).keySet()).isEqualTo(Texts.all(Language.ENGLISH).keySet());
        assertThat(Texts.all(language).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource
    void everyTextTakesTheArgumentsOfItsEnglishOne(Language language) {
        Texts.all(Language.ENGLISH).forEach((key, english) -> assertThat(
                arguments(Texts.all(language).getOrDefault(key, ""))).as(key).isEqualTo(arguments(english)));
    }

    @Test
    void argumentsAreComparedByTheirNumbersAndKinds() {
        assertThat(arguments("{0} of {1}")).isEqualTo(arguments("{1}: {0}")).isNotEqualTo(arguments("{0} of {2}"));
        assertThat(arguments("%s reads %s")).isEqualTo(arguments("%2$s, %1$s")).isNotEqualTo(arguments("%s, %d"));
        assertThat(arguments("%,d")).isNotEmpty();
        assertThat(arguments("{0,choice,1#1 row|1<{0} rows}")).isEqualTo(arguments("{0} 行"));
        assertThat(arguments("{0,choice,0#none|1#one}")).isNotEmpty();
    }

    /** What is filled in: {@code {0}} as it is, and {@code %s} by its number. */
    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher found = ARGUMENT.matcher(text);
        int next = 1;
        while (found.find()) {
            if (found.group("sign") == null) {
                arguments.add("{" + found.group("place") + "}");
            } else {
                String number = found.group("number");
                arguments.add((number == null ? next++ : Integer.parseInt(number)) + found.group("sign"));
            }
        }
        return arguments;
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = literals();
        FAMILIES.forEach((beginning, endings) -> endings.forEach(ending -> used.add(beginning + ending)));
        assertThat(Texts.all(Language.ENGLISH).keySet()).isSubsetOf(used);
    }

    @Test
    void everyTextThatIsUsedIsThere() throws IOException {
        Set<String> known = Texts.all(Language.ENGLISH).keySet();
        Set<String> rooms = new TreeSet<>();
        known.forEach(key -> rooms.add(key.substring(0, key.indexOf('.') + 1)));
        assertThat(literals()).filteredOn(literal -> rooms.stream().anyMatch(literal::startsWith))
                .filteredOn(literal -> !literal.endsWith(".")).isSubsetOf(known);
        FAMILIES.forEach((beginning, endings) -> assertThat(known)
                .containsAll(endings.stream().map(ending -> beginning + ending).toList()));
    }

    @Test
    void everyKeyThatIsPutTogetherIsOfAFamily() throws IOException {
        Set<String> known = Texts.all(Language.ENGLISH).keySet();
        assertThat(literals()).filteredOn(literal -> literal.endsWith("."))
                .filteredOn(beginning -> known.stream().anyMatch(key -> key.startsWith(beginning)))
                .containsExactlyInAnyOrderElementsOf(FAMILIES.keySet());
    }

    /** The endings of keys that are put together from a beginning and a word of an enum. */
    private static Map<String, Set<String>> families() {
        Set<String> ofKinds = words("data.AttributeUse$Kind");
        Set<String> ofSeries = new TreeSet<>();
        for (Series series : Series.values()) {
            ofSeries.add(series.word());
            if (series != Series.ACTUAL) {
                ofSeries.add(series.word() + "Formula");
            }
        }
        Map<String, Set<String>> families = new TreeMap<>();
        Set<String> ofAdding = words("indicators.Formulation$Kind");
        families.put("action.add.", ofAdding);
        families.put("action.align.", words("graph.Alignment"));
        families.put("add.", ofAdding);
        families.put("aggregation.", Arrays.stream(Aggregation.values()).map(Aggregation::word).collect(TO_SET));
        families.put("align.", words("graph.Alignment"));
        families.put("attributes.kind.", ofKinds);
        families.put("attributes.of.", words(DatedValue.Subject.values()));
        families.put("attributes.role.", words("data.AttributeUse$Role"));
        families.put("attributes.there.", words(DatedValue.Subject.values()));
        families.put("attributes.used.", without(ofKinds, "dataset"));
        families.put("data.dataset.credit.", Set.of("assignment", "nobody", "organisation", "person"));
        families.put("data.into.", Arrays.stream(Mapping.Target.values()).map(Mapping.Target::word).collect(TO_SET));
        families.put("data.takes.", words("data.FieldTerms$Kind"));
        families.put("density.", words(Settings.Density.values()));
        families.put("graph.", words("graph.NodeKind"));
        families.put("inspector.", ofSeries);
        families.put("members.", words(MembersWithoutValue.values()));
        families.put("menu.",
                Set.of("arrange", "collapse", "connect", "copy", "cut", "delete", "dependsOn", "disconnect",
                        "duplicate", "expand", "fit", "formula", "group", "impact", "insertNew", "open", "paste",
                        "rename",
                        "ungroup"));
        families.put("organisation.change.", words("organisation.Change$Kind").stream()
                .flatMap(kind -> Stream.of(kind, kind + ".count")).collect(TO_SET));
        families.put("organisation.column.", Set.of("all", "before", "change", "direct", "from", "number", "person",
                "position", "superior", "to", "unit"));
        families.put("organisation.attributes.", words(DatedValue.Subject.values()));
        families.put("origin.", words("indicators.Origin"));
        families.put("settings.", Set.of("density", "language", "numbers", "theme"));
        families.put("steps.kind.", Arrays.stream(DocumentKind.values()).map(DocumentKind::word).collect(TO_SET));
        families.put("steps.redo.", Set.of("next", "none"));
        families.put("steps.redone.", Set.of("elsewhere", "here"));
        families.put("steps.undo.", Set.of("next", "none"));
        families.put("steps.undone.", Set.of("elsewhere", "here"));
        families.put("values.",
                Set.of("assignment", "attainment", "name", "organisation", "target", "value"));
        families.put("theme.", words(Settings.Theme.values()));
        return families;
    }

    private static Set<String> without(Set<String> words, String word) {
        return words.stream().filter(other -> !other.equals(word)).collect(TO_SET);
    }

    /** The words of an enum that only its package knows. */
    private static Set<String> words(String type) {
        try {
            return words((Enum<?>[]) Class.forName("dev.hermes.app." + type).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no enum " + type, e);
        }
    }

    private static Set<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(TO_SET);
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
