package dev.hermes.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the engine, the plugins and the screens say as a message can be said in Chinese. */
class CatalogueTest {

    private static final List<String> SOURCES = List.of("../engine", "../plugins", "src/main/java");
    /** These speak to nobody. */
    private static final List<String> SILENT = List.of("/testkit/", "/bench/", "/src/test/", "/target/");
    private static final Pattern MADE = Pattern.compile("\\bMessage\\s*(?:\\.|::)\\s*of\\b(\\()?");
    private static final Pattern LITERALS = Pattern
            .compile("\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*(?=\"))?)+)\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private final Map<String, String> chinese = Catalogue.read(Language.CHINESE);

    @Test
    void everyMessageHasItsChinese() throws IOException {
        assertThat(made()).filteredOn(pattern -> LETTER.matcher(pattern).find())
                .filteredOn(pattern -> !chinese.containsKey(pattern)).isEmpty();
    }

    @Test
    void nothingIsTranslatedThatNobodySays() throws IOException {
        assertThat(chinese.keySet()).isSubsetOf(made());
    }

    @Test
    void everyTranslationTakesTheSameArguments() {
        chinese.forEach((pattern, translated) -> assertThat(places(translated)).as(pattern)
                .isEqualTo(places(pattern)));
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsFilledInIsTranslatedTooAndNamesStay() {
        Message failure = Message.of("{0} does not fit 38 digits with 12 fractional",
                Message.of("The sum of {0}", "hotelRevenue"));
        assertThat(Catalogue.of(Language.CHINESE).say(failure)).isEqualTo("hotelRevenue 的合计 超出 38 位数字（其中小数 12 位）");
        assertThat(Catalogue.of(Language.ENGLISH).say(failure)).isEqualTo(failure.text());
        assertThat(Catalogue.of(Language.CHINESE).say(Message.verbatim("number"))).isEqualTo("number");
    }

    /** The patterns of all messages in the sources, each of which is written out where the message is made. */
    private static Set<String> made() throws IOException {
        Set<String> patterns = new TreeSet<>();
        for (String folder : SOURCES) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(CatalogueTest::speaks).toList()) {
                    collect(file, patterns);
                }
            }
        }
        return patterns;
    }

    private static boolean speaks(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && !path.endsWith("/model/Message.java")
                && SILENT.stream().noneMatch(path::contains);
    }

    private static void collect(Path file, Set<String> patterns) throws IOException {
        String source = Files.readString(file);
        Matcher made = MADE.matcher(source);
        while (made.find()) {
            Matcher literals = LITERALS.matcher(source).region(made.end(), source.length());
            assertThat(made.group(1) != null && literals.lookingAt())
                    .as("The pattern of a message is written out in %s at %s", file, made.start()).isTrue();
            patterns.add(LITERAL.matcher(literals.group(1)).results().map(literal -> literal.group(1))
                    .collect(Collectors.joining()).translateEscapes());
        }
    }
}
